"""The history of unversioned records shows who changed which field, with the old and new values."""

from bs4 import BeautifulSoup
from wagtail.models import ModelLogEntry

from portal.core.drafts.changes import CHANGES
from tests.admin.forms import Form
from tests.admin.records import admin_url
from tests.factories import ContactFactory, FactFactory, ProgramFactory, UnitFactory


def edit(client, record, **fields):
    form = Form.open(client, admin_url("edit", record))
    for name, value in fields.items():
        form[name] = value
    assert form.save().status_code == 302


def history(client, record) -> list[str]:
    """Return the action of each history line, newest first."""
    soup = BeautifulSoup(client.get(admin_url("history", record)).content, "html.parser")
    cells = [row.select("td")[0] for row in soup.select("table.listing tbody tr")]
    return [" ".join(cell.get_text(" ").split()) for cell in cells]


def test_a_unit_in_both_interfaces(staff, site):
    unit = UnitFactory(name_de="Familienservice", abbreviation="FS")
    edit(staff("moderator"), unit, abbreviation="FamS", name_en="Family service")
    (german,) = history(staff("moderator", "de"), unit)
    assert german == "Bearbeitet: Name (Englisch): – → Family service; Abkürzung: FS → FamS"
    (english,) = history(staff("moderator", "en"), unit)
    assert english == "Edited: Name (English): – → Family service; Abbreviation: FS → FamS"


def test_choices_related_objects_and_emptied_fields_as_people_write_them(staff, site):
    contact = ContactFactory(role="advice", hours_de="montags")
    edit(staff("moderator", "en"), contact, role="office", hours_de="")
    unit = UnitFactory(name_de="Teil", parent=UnitFactory(name_de="Alt"), institution=None)
    edit(staff("moderator"), unit, parent=UnitFactory(name_de="Neu").pk)
    assert history(staff("moderator", "en"), contact) == ["Edited: Role: Advice → Office; Hours (German): montags → –"]
    assert history(staff("moderator", "en"), unit) == ["Edited: Part of: Alt → Neu"]


def test_a_fact_with_those_that_say_something_else(staff, site):
    fact, other = FactFactory(as_of="2015"), FactFactory(statement_de="Drei Standorte.")
    edit(staff("moderator"), fact, as_of="2016", conflicts_with=[other.pk])
    assert history(staff("moderator", "en"), fact) == [
        "Edited: As of: 2015 → 2016; Other sources say: – → Drei Standorte."
    ]


def test_of_a_person_only_the_names_of_the_fields_are_kept(staff, site):
    contact = ContactFactory(person="Ada Beispiel", publication_basis="Einwilligung", email="ada@example.org")
    edit(staff("moderator"), contact, person="Bea Beispiel", email="bea@example.org", last_confirmed_on="2026-11-20")
    (entry,) = history(staff("moderator", "en"), contact)
    assert entry == "Edited: E-mail; Person; Last confirmed on: – → 20.11.2026"
    assert "eispiel" not in str(list(ModelLogEntry.objects.values_list("data", flat=True)))


def test_a_save_without_change_says_nothing(staff, site):
    unit = UnitFactory()
    edit(staff("moderator"), unit)
    assert history(staff("moderator", "en"), unit) == ["Edited"]


def test_what_has_versions_is_compared_by_those(staff, site):
    program = ProgramFactory()
    program.save_revision()
    edit(staff("moderator"), program, summary_de="Anders.")
    assert not any(CHANGES in (entry.data or {}) for entry in ModelLogEntry.objects.all())
    assert "/revisions/compare/" in staff("moderator").get(admin_url("history", program)).content.decode()
