"""How changes of institutions and agreements, and the passing of time, affect the list."""

from datetime import date

import pytest

from partners.institutions import lifecycle
from partners.models import Institution, Party
from partners.reporting.selectors import Report
from portal.core import content_version
from portal.core.time.moment import today
from tests.finder.lists import names
from tests.partners.directory.asking import find, signed
from tests.partners.directory.partners import save_assorted

pytestmark = [pytest.mark.django_db, pytest.mark.saved_once(by=save_assorted)]


def test_what_those_signed_that_were_taken_in_counts_for_their_successor(assorted):
    lifecycle.merge(assorted["B"], assorted["A"], on=date(2026, 1, 1))
    content_version.forget()
    assert names(find("subject=08")) == ["A"]
    assert names(find("country=JP")) == []
    assert find().official.countries == Report(today()).countries == 1


def test_who_has_left_has_nothing_of_it_any_more(assorted):
    shared = signed([assorted["A"], assorted["B"]], activities=["teaching"])
    Party.objects.filter(agreement=shared, institution=assorted["A"]).update(left_on=date(2026, 11, 20))
    content_version.forget()
    assert names(find("activity=teaching")) == ["B"]


def test_what_is_signed_for_later_counts_as_on_the_page(assorted):
    signed(assorted["D"], starts_on=date(2027, 1, 1), ends_on=date(2030, 1, 1), activities=["doctoral"])
    content_version.forget()
    assert names(find("activity=doctoral")) == ["D"]
    assert names(find("status=dormant")) == ["D"]


def test_midnight_moves_a_partner_on(assorted, time_machine):
    signed(assorted["B"], ends_on=date(2026, 11, 21), activities=["teaching"])
    content_version.forget()
    assert names(find("activity=teaching")) == ["B"]
    time_machine.move_to("2026-11-22 00:00 +0100", tick=False)
    assert names(find("activity=teaching")) == []


def test_who_expires_by_the_clock_is_gone_at_once(assorted, time_machine):
    Institution.objects.filter(name_de="A").update(expire_at="2026-11-21T12:30+01:00")
    content_version.forget()
    assert names(find()) == list("ABCD")
    time_machine.move_to("2026-11-21 12:30:01 +0100", tick=False)
    assert (names(find()), find().count) == (list("BCD"), 3)
