"""Members of a network on a day, and what became of those who have left."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from partners.models import Fact, Membership, Network
from partners.networks.selectors import network, network_page, principles_on
from tests.factories import ContactFactory, GuidingPrincipleFactory, InstitutionFactory, NetworkFactory

pytestmark = pytest.mark.django_db


def page_on(record, day):
    return network_page(network(record.pk), day)


def test_a_member_belongs_from_its_first_day_through_its_last():
    record = NetworkFactory(memberships=[{"since": "2009", "until": "2024-12-31"}])
    counts = {day: page_on(record, day)["universities"] for day in (date(2008, 12, 31), date(2009, 1, 1))}
    assert list(counts.values()) == [0, 1]
    assert page_on(record, date(2024, 12, 31))["universities"] == 1
    assert page_on(record, date(2025, 1, 1))["universities"] == 0


def test_who_has_left_is_named_as_then_with_what_became_of_it():
    successor = InstitutionFactory(name_de="Große Hochschule")
    gone = {"since": "2009", "until": "2024-12-31", "name_de": "Kleine Hochschule", "successor": successor}
    page = page_on(NetworkFactory(memberships=[gone]), date(2025, 1, 1))
    assert page["groups"] == []
    assert [(str(member.label), member.successor.name_de) for member in page["former_members"]] == [
        ("Kleine Hochschule", "Große Hochschule")
    ]


def test_only_universities_are_counted_as_such_and_members_stand_by_kind():
    record = NetworkFactory(memberships=[{"since": "2009"}, {"since": "2009", "kind": "city"}])
    page = page_on(record, date(2020, 1, 1))
    assert page["universities"] == 1
    assert [(group.kind, len(group.members)) for group in page["groups"]] == [("university", 1), ("city", 1)]


def test_an_end_before_the_beginning_is_refused():
    membership = Membership(
        institution=InstitutionFactory(), network=NetworkFactory(), since="2010", until="2009-12", source_de="Liste"
    )
    with pytest.raises(ValidationError) as error:
        membership.full_clean()
    assert set(error.value.message_dict) == {"until"}


def test_a_membership_and_a_figure_without_source_are_refused():
    record = NetworkFactory()
    with pytest.raises(ValidationError) as error:
        Membership(institution=InstitutionFactory(), network=record, since="2010").full_clean()
    assert set(error.value.message_dict) == {"source_de"}
    with pytest.raises(ValidationError) as error:
        Fact(statement_de="Sieben Hochschulen", value_de="7", source_de="  ").full_clean()
    assert set(error.value.message_dict) == {"source_de"}


def test_a_seat_shows_a_person_only_with_a_basis_for_that():
    from partners.models import Committee, Seat

    record = NetworkFactory()
    named = ContactFactory(person="Erika Beispiel", publication_basis="Zustimmung vom 3. Mai")
    hidden = ContactFactory(person="Max Beispiel")
    committee = Committee(name_de="Lenkungskreis", mandate_de="Lenken.")
    committee.seats.set(
        [Seat(institution=InstitutionFactory(), office_de="Amt", contact=contact) for contact in (named, hidden)]
    )
    record.committees.set([committee])
    record.save()
    seats = page_on(record, date(2026, 1, 1))["committees"][0].seats_on_day
    assert [seat.contact and seat.contact.person for seat in seats] == ["Erika Beispiel", None]


def test_a_new_version_takes_the_place_of_the_old_one_on_its_day():
    old = GuidingPrincipleFactory(valid_from="2011-11-25", valid_until="2017-12-07")
    new = GuidingPrincipleFactory(network=old.network, version=2, valid_from="2017-12-08")
    assert principles_on(date(2017, 12, 7), network=old.network) == [old]
    assert principles_on(date(2017, 12, 8), network=old.network) == [new]


def test_one_version_stands_once():
    old = GuidingPrincipleFactory()
    with pytest.raises(ValidationError):
        GuidingPrincipleFactory.build(network=old.network, number=old.number).full_clean()


def test_not_even_the_database_takes_a_figure_without_source():
    with pytest.raises(IntegrityError), transaction.atomic():
        Fact.objects.create(statement_de="Sieben Hochschulen", value_de="7")


def test_a_hidden_network_hides_its_principles_which_tell_its_name():
    principle = GuidingPrincipleFactory()
    assert principles_on(date(2020, 1, 1)) == [principle]
    Network.objects.update(live=False)
    assert principles_on(date(2020, 1, 1)) == []
