"""Who changed what from what to what, in the history of records that keep no versions."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from wagtail.models import ModelLogEntry

from portal.core.field_history import changes
from tests.admin.forms import Form
from tests.admin.records import admin_url
from tests.factories import ContactFactory, FactFactory, InstitutionFactory, ProgramFactory, UnitFactory


def edit(client, record, **fields):
    form = Form.open(client, admin_url("edit", record))
    for name, value in fields.items():
        form[name] = value
    assert form.save().status_code == 302


def history(client, record) -> list[str]:
    """Return the cells that say what changed, the newest first."""
    soup = BeautifulSoup(client.get(admin_url("history", record)).content, "html.parser")
    cells = [row.select("td")[1] for row in soup.select("table.listing tbody tr")]
    return [" ".join(cell.get_text(" ").split()) for cell in cells]


def test_a_unit_in_both_interfaces(staff, site):
    unit = UnitFactory(name_de="Familienservice", abbreviation="FS")
    edit(staff("moderator"), unit, abbreviation="FamS", name_en="Family service")
    (german,) = history(staff("moderator", "de"), unit)
    assert german == "Name (Englisch): (leer) → Family service Abkürzung: FS → FamS"
    (english,) = history(staff("moderator", "en"), unit)
    assert english == "Name (English): (empty) → Family service Abbreviation: FS → FamS"


def test_choices_related_objects_and_emptied_fields_as_people_write_them(staff, site):
    institution = InstitutionFactory(institution_type="university", city_de="Essen")
    edit(staff("moderator"), institution, institution_type="arts", city_de="")
    unit = UnitFactory(name_de="Teil", parent=UnitFactory(name_de="Alt"), institution=None)
    edit(staff("moderator"), unit, parent=UnitFactory(name_de="Neu").pk)
    assert history(staff("moderator", "en"), institution) == [
        "Type: University → University of the arts City (German): Essen → (empty)"
    ]
    assert history(staff("moderator", "en"), unit) == ["Part of: Alt → Neu"]


def test_a_fact_with_those_that_say_something_else(staff, site):
    fact, other = FactFactory(as_of="2015"), FactFactory(statement_de="Drei Standorte.")
    edit(staff("moderator"), fact, as_of="2016", conflicts_with=[other.pk])
    assert history(staff("moderator", "en"), fact) == [
        "As of: 2015 → 2016 Other sources say: (empty) → Drei Standorte."
    ]


def test_of_a_contact_only_the_names_of_the_fields_are_kept(staff, site):
    contact = ContactFactory(person="Ada Beispiel", publication_basis="Einwilligung", email="ada@example.org")
    edit(staff("moderator"), contact, person="Bea Beispiel", email="bea@example.org", last_confirmed_on="2026-11-20")
    (shown,) = history(staff("moderator", "en"), contact)
    assert shown == "E-mail Person Last confirmed on"
    assert "eispiel" not in str(list(ModelLogEntry.objects.values_list("data", flat=True)))


def test_a_save_without_change_says_nothing(staff, site):
    unit = UnitFactory()
    edit(staff("moderator"), unit)
    assert history(staff("moderator"), unit) == [""]


def test_what_has_versions_is_compared_by_those(staff, site):
    program = ProgramFactory()
    program.save_revision()
    edit(staff("moderator"), program, summary_de="Anders.")
    assert not any("fields" in (entry.data or {}) for entry in ModelLogEntry.objects.all())
    assert "/revisions/compare/" in staff("moderator").get(admin_url("history", program)).content.decode()


@pytest.mark.parametrize("saved", [{"name": "long_gone", "before": "a", "after": "b"}, {"name": "long_gone"}])
def test_a_field_that_is_gone_keeps_its_bare_name(saved, site):
    unit = UnitFactory()
    entry = ModelLogEntry.objects.log_action(unit, "wagtail.edit", data={"fields": [saved]})
    assert [change.label for change in changes(type(unit), entry)] == ["Long_gone"]


def test_a_day_is_read_back_from_where_it_was_kept(site):
    contact = ContactFactory(delete_after=date(2027, 1, 2))
    saved = {"name": "delete_after", "before": "2027-01-02", "after": None}
    entry = ModelLogEntry.objects.log_action(contact, "wagtail.edit", data={"fields": [saved]})
    (change,) = changes(type(contact), entry)
    assert (change.before, change.after) == ("02.01.2027", "")
