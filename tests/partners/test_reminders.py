"""Reminders by mail: sent once, counting the days, and sent to the office if nobody is responsible any more."""

from datetime import date, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.users.models import UserProfile

from partners.models import Renewal, Stage
from portal.reminders import registry
from portal.reminders.registry import Due, Kind
from tests.factories import AgreementFactory, PartnerFactory

pytestmark = pytest.mark.django_db
END = date(2027, 6, 30)
DAYS_180 = "2027-01-01 09:00 +0100"  # 180 days before END


@pytest.fixture
def person():
    def create_person(name, group="", **columns):
        user = get_user_model().objects.create_user(name, f"{name}@example.org", **columns)
        user.groups.set(Group.objects.filter(name=group))
        UserProfile.objects.create(user=user, preferred_language="en")
        return user

    return create_person


@pytest.fixture
def ada(person):
    return person("ada")


@pytest.fixture
def office(person):
    return person("office", "international office")


@pytest.fixture
def clock(time_machine):
    def move_to(moment):
        time_machine.move_to(moment, tick=False)

    move_to(DAYS_180)
    return move_to


def agreement(**columns):
    return AgreementFactory(**{"name_de": "Austausch", "ends_on": END, **columns})


def send():
    """Run the command and return the mails of this run."""
    mail.outbox.clear()
    call_command("send_reminders", verbosity=0)
    return list(mail.outbox)


def test_the_responsible_person_is_reminded(clock, ada):
    agreement(responsible=ada, partners=[PartnerFactory(name_de="Universität Malta")])
    [sent] = send()
    assert sent.to == ["ada@example.org"]
    for words in ("Austausch", "Universität Malta", "30 June 2027", "due in 180 days", "http://localhost:8000/admin/"):
        assert words in sent.body, words


def test_twice_a_day_sends_once(clock, ada):
    agreement(responsible=ada)
    assert len(send()) == 1
    assert send() == []
    clock("2027-01-02 09:00 +0100")
    assert send() == []


def test_each_of_the_days_sends_once(clock, ada):
    agreement(responsible=ada)
    counts = {}
    for days in (400, 366, 365, 364, 270, 181, 180, 179, 91, 90, 89, 60, 31, 30, 29, 2, 1, 0, -1, -2):
        clock(f"{END - timedelta(days=days)} 09:00 +0100")
        if send():
            counts[days] = counts.get(days, 0) + 1
    assert counts == {365: 1, 180: 1, 90: 1, 30: 1}


def test_a_week_missed_sends_once_and_counts_from_that_day(clock, ada):
    agreement(responsible=ada)
    send()
    clock(f"{END - timedelta(days=83)} 09:00 +0200")  # the 90-day reminder was due during the outage
    [sent] = send()
    assert "due in 83 days" in sent.body
    assert "overdue" not in sent.body  # the mail is late, not the agreement
    assert send() == []


def test_several_days_missed_make_one_mail(clock, ada):
    clock(f"{END - timedelta(days=20)} 09:00 +0200")
    agreement(responsible=ada)
    [sent] = send()
    assert sent.body.count("Austausch") == 1
    assert send() == []


def test_who_has_left_is_passed_over(clock, ada, person, office):
    deputy = person("deputy")
    ada.is_active = False
    ada.save()
    agreement(responsible=ada, deputy=deputy)
    assert [sent.to for sent in send()] == [["deputy@example.org"]]


def test_where_nobody_is_left_the_office_is_told(clock, ada, office, person):
    person("colleague", "international office")
    ada.is_active = False
    ada.save()
    agreement(responsible=ada)
    agreement(responsible=None)
    [sent] = send()
    assert sorted(sent.to) == ["colleague@example.org", "office@example.org"]
    assert sent.body.count("Austausch") == 2


def test_a_person_gets_one_mail_for_all(clock, ada):
    for _ in range(3):
        agreement(responsible=ada)
    [sent] = send()
    assert sent.body.count("Austausch") == 3


def test_what_has_a_follower_or_is_not_in_force_reminds_nobody(clock, ada):
    followed = agreement(responsible=ada)
    agreement(predecessor=followed, stage=Stage.NEGOTIATION, starts_on=None, ends_on=None)
    agreement(responsible=ada, stage=Stage.DRAFT)
    agreement(responsible=ada, ends_on=None)
    assert send() == []


def test_where_it_goes_on_by_itself_the_day_for_notice_counts(clock, ada):
    agreement(responsible=ada, renewal=Renewal.AUTOMATIC, renewal_months=12, notice_months=3)
    clock("2027-03-01 09:00 +0100")  # notice until 30 March
    [sent] = send()
    assert "30 March 2027" in sent.body
    assert "notice" in sent.body


def test_a_mail_server_that_is_away_loses_nothing(clock, ada, settings):
    agreement(responsible=ada)
    settings.EMAIL_BACKEND = "tests.partners.test_reminders.BrokenBackend"
    send()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert len(send()) == 1


class BrokenBackend:
    def __init__(self, **options):
        pass

    def send_messages(self, messages):
        raise ConnectionRefusedError


def test_other_apps_register_their_own_kinds(clock, ada, office, monkeypatch):
    monkeypatch.setattr(registry, "_kinds", dict(registry._kinds))
    due = Due("abcdefgh", "Audit", "/admin/", date(2028, 7, 1), [ada])
    registry.register(Kind("certificate", "Certificates", (548, 365, 182, 91), lambda day: [due], "administrator"))
    agreement(responsible=ada)
    [sent] = send()
    assert "Certificates" in sent.body
    assert "Audit" in sent.body
    assert "Austausch" in sent.body


def test_more_reminders_ask_no_more_about_people(ada, office, clock):
    def count() -> int:
        agreement(responsible=ada)
        agreement()
        with CaptureQueriesContext(connection) as queries:
            send()
        return sum(any(table in query["sql"] for table in ("userprofile", "auth_group")) for query in queries)

    once = count()
    for _number in range(3):
        agreement(responsible=ada)
        agreement()
    assert count() == once
