"""Institutions are renamed, merged, split off and closed on a day, and each event can be undone."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from partners.agreements.signature_names import NamesOn
from partners.institutions import lifecycle
from partners.models import Institution, InstitutionEvent, InstitutionName, Party
from partners.reporting.selectors import Report
from portal.core.models import SlugHistory
from portal.core.time.moment import today
from tests.factories import AgreementFactory, PartnerFactory

pytestmark = pytest.mark.django_db
NAMES = {"name_de": "Neue Universität", "name_en": "New University"}


@pytest.fixture
def old():
    return PartnerFactory(name_de="Alte Universität", name_en="Old University", country="MT")


@pytest.fixture
def agreement(old):
    return AgreementFactory(partners=[old], starts_on=date(2020, 1, 1))


def whole_state():
    """Return the rows of all tables that an event may change."""
    tables = (Institution, InstitutionName, InstitutionEvent, SlugHistory, Party)
    left_out = {"last_published_at"}
    return {
        model: [
            {name: value for name, value in row.items() if name not in left_out}
            for row in model.objects.order_by("pk").values()
        ]
        for model in tables
    }


def answer(path):
    return Client().get(path)


def test_the_old_address_leads_to_the_new_name(site, old, agreement):
    lifecycle.rename(old, date(2023, 5, 1), NAMES)
    for before, after in [
        ("/de/partnerschaften/alte-universitaet/", "/de/partnerschaften/neue-universitaet/"),
        ("/en/partnerships/old-university/", "/en/partnerships/new-university/"),
    ]:
        assert (answer(before).status_code, answer(before)["Location"]) == (301, after)
        page = answer(after).text
        assert "Alte Universität" in page
        assert answer(after).status_code == 200


def test_the_name_of_each_day(old, agreement):
    lifecycle.rename(old, date(2023, 5, 1), NAMES)
    old.refresh_from_db()
    lifecycle.rename(old, date(2025, 1, 1), {"name_de": "Neueste Universität", "name_en": ""})
    old.refresh_from_db()
    days = (date(2021, 1, 1), date(2023, 5, 1), date(2024, 12, 31), date(2025, 1, 1))
    names = ["Alte Universität", "Neue Universität", "Neue Universität", "Neueste Universität"]
    assert [NamesOn(day).name(old, "de") for day in days] == names
    assert NamesOn(date(2021, 1, 1)).name(old, "en") == "Old University"
    assert NamesOn(date(2026, 1, 1)).name(old, "en") == "Neueste Universität"


def test_a_report_for_2021_uses_the_name_of_2021(old, agreement):
    lifecycle.rename(old, date(2023, 5, 1), NAMES)
    assert [partner.name for partner in Report(date(2021, 6, 1)).partner_list] == ["Alte Universität"]
    assert [partner.name for partner in Report(date(2023, 5, 1)).partner_list] == ["Neue Universität"]


def test_undoing_a_rename_restores_exactly(site, old, agreement):
    before = whole_state()
    event = lifecycle.rename(old, date(2023, 5, 1), NAMES)
    assert whole_state() != before
    lifecycle.undo(event)
    assert whole_state() == before
    assert answer("/de/partnerschaften/alte-universitaet/").status_code == 200
    assert answer("/de/partnerschaften/neue-universitaet/").status_code == 404


def test_a_draft_that_waits_keeps_its_other_changes(old, agreement):
    old.website = "https://example.org"
    old.save_revision()
    event = lifecycle.rename(old, date(2023, 5, 1), NAMES)
    Institution.objects.get(pk=old.pk).get_latest_revision().publish()
    published = Institution.objects.get(pk=old.pk)
    assert (published.name_de, published.website) == ("Neue Universität", "https://example.org")
    assert [name.value for name in published.names.all()] == ["Alte Universität", "Old University"]
    lifecycle.undo(event)
    draft = Institution.objects.get(pk=old.pk).get_latest_revision_as_object()
    assert (draft.name_de, draft.names.count()) == ("Alte Universität", 0)


def test_what_was_changed_since_is_not_undone(old, agreement):
    event = lifecycle.rename(old, date(2023, 5, 1), NAMES)
    Institution.objects.filter(pk=old.pk).update(name_en="Newer University")
    with pytest.raises(ValidationError, match=r"Changed since|Seither geändert"):
        lifecycle.undo(event)
    assert Institution.objects.get(pk=old.pk).name_de == "Neue Universität"


def test_events_do_not_lie_ahead(old):
    with pytest.raises(ValidationError) as error:
        lifecycle.rename(old, today() + timedelta(days=1), NAMES)
    assert "on" in error.value.message_dict


def test_the_last_event_is_undone_first(old):
    first = lifecycle.rename(old, date(2023, 5, 1), NAMES)
    lifecycle.rename(old, date(2024, 5, 1), {"name_de": "Dritte"})
    with pytest.raises(ValidationError):
        lifecycle.undo(first)


def test_after_a_merge_page_names_and_agreements_lead_to_the_other_one(site, old, agreement):
    new = PartnerFactory(name_de="Große Universität", country="MT")
    lifecycle.rename(old, date(2022, 1, 1), NAMES)
    lifecycle.merge(old, new, date(2024, 1, 1))
    target = "/de/partnerschaften/grosse-universitaet/"
    for slug in ("neue-universitaet", "alte-universitaet"):
        moved = answer(f"/de/partnerschaften/{slug}/")
        assert (moved.status_code, moved["Location"]) == (301, target), slug
    page = answer(target)
    assert page.status_code == 200  # its only agreement is that of the merged institution
    for words in ("Neue Universität", "Alte Universität", agreement.name_de):
        assert words in page.text
    directory = answer("/de/partnerschaften/").text
    assert "Große Universität" in directory
    assert "Neue Universität" not in directory


def test_a_report_counts_merged_ones_apart_before_and_once_after(old, agreement):
    new = PartnerFactory(name_de="Große Universität", country="MT")
    AgreementFactory(partners=[new])
    lifecycle.merge(old, new, date(2024, 1, 1))
    before, after = Report(date(2023, 12, 31)), Report(date(2024, 1, 1))
    assert (before.partners, before.agreements) == (2, 2)
    assert (after.partners, after.agreements) == (1, 2)
    assert [partner.name for partner in after.partner_list] == ["Große Universität"]


def test_undoing_a_merge_restores_exactly(site, old, agreement):
    new, within = PartnerFactory(name_de="Große Universität"), PartnerFactory(name_de="Kleine")
    lifecycle.rename(old, date(2021, 1, 1), NAMES)
    lifecycle.merge(within, old, date(2022, 1, 1))
    before = whole_state()
    event = lifecycle.merge(old, new, date(2024, 1, 1))
    assert set(Institution.objects.filter(successor=new)) == {old, within}
    lifecycle.undo(event)
    assert whole_state() == before
    assert answer("/de/partnerschaften/neue-universitaet/").status_code == 200


def test_a_merge_of_a_merge_is_undone_from_the_last_one_on(old):
    middle, new = PartnerFactory(), PartnerFactory()
    first = lifecycle.merge(old, middle, date(2022, 1, 1))
    lifecycle.merge(middle, new, date(2023, 1, 1))
    with pytest.raises(ValidationError):
        lifecycle.undo(first)


def test_nothing_becomes_part_of_itself_or_of_what_is_gone(old):
    other = PartnerFactory()
    with pytest.raises(ValidationError):
        lifecycle.merge(old, old, date(2022, 1, 1))
    lifecycle.merge(old, other, date(2022, 1, 1))
    with pytest.raises(ValidationError):
        lifecycle.merge(PartnerFactory(), old, date(2022, 1, 1))
    with pytest.raises(ValidationError):
        lifecycle.merge(old, PartnerFactory(), date(2022, 1, 1))


def test_no_version_brings_a_merged_one_back(old):
    old.save_revision()
    new = PartnerFactory()
    lifecycle.merge(old, new, date(2022, 1, 1))
    Institution.objects.get(pk=old.pk).get_latest_revision().publish()
    assert Institution.objects.get(pk=old.pk).successor == new


def test_split_and_closed_are_said_on_the_page(site, old, agreement):
    part = PartnerFactory(name_de="Abgetrennte Hochschule")
    lifecycle.split(old, part, date(2022, 1, 1))
    event = lifecycle.close(old, date(2023, 1, 1))
    page = answer("/de/partnerschaften/alte-universitaet/").text
    assert "Abgetrennte Hochschule" in page
    assert "1. Januar 2023" in page
    lifecycle.undo(event)
    assert "1. Januar 2023" not in answer("/de/partnerschaften/alte-universitaet/").text
