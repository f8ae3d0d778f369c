"""Bilingual texts in the admin: emptied, copied, compared and searched, whatever the interface language."""

import pytest
from bs4 import BeautifulSoup
from django.utils.translation import override
from wagtail.documents import get_document_model
from wagtail.models import ReferenceIndex

from partners.models import Institution
from programs.models import ApplicationStep, Program
from tests.admin.conftest import in_both_interfaces
from tests.admin.forms import Form, rich_text
from tests.admin.records import admin_url, full_program
from tests.factories import ENGLISH, InstitutionFactory, ProgramFactory, UnitFactory

pytestmark = pytest.mark.django_db


@in_both_interfaces
def test_an_english_text_can_be_emptied_in_either_interface(either):
    program = full_program()
    form = Form.open(either, admin_url("edit", program))
    form["summary_en"], form["alert_en"], form["alert_de"] = "", "", ""
    form["description_en"] = rich_text("")
    assert form.publish().status_code == 302
    program = Program.objects.get(pk=program.pk)
    assert (program.summary_en, program.alert_en, program.alert_de) == ("", "", "")
    assert program.summary_de == "Kurz."
    assert program.description_de


@in_both_interfaces
def test_an_english_text_of_a_child_can_be_emptied(either):
    program = full_program()
    form = Form.open(either, admin_url("edit", program))
    form["application_steps-0-text_en"] = ""
    assert form.publish().status_code == 302
    assert [step.text_en for step in ApplicationStep.objects.filter(program=program).order_by("sort_order")] == [
        "",
        "In English",
    ]


@in_both_interfaces
def test_copying_a_record(either):
    program = full_program()
    response = either.get(admin_url("copy", program))
    assert response.status_code == 200
    form = Form(either, admin_url("copy", program), response.content.decode())
    form["name_de"], form["slug_de"], form["slug_en"] = "Zweites", "", ""
    assert form.post("action-publish").status_code == 302
    twin = Program.objects.get(name_de="Zweites")
    assert (twin.summary_de, twin.summary_en, twin.slug_de) == ("Kurz.", "Short.", "zweites")


@in_both_interfaces
def test_comparing_versions(either, interface):
    program = full_program()
    first = program.latest_revision
    form = Form.open(either, admin_url("edit", program))
    form["summary_en"] = "Shorter."
    form.publish()
    newest = Program.objects.get(pk=program.pk).latest_revision
    page = BeautifulSoup(
        either.get(admin_url("revisions_compare", program, first.pk, newest.pk)).content, "html.parser"
    )
    compared = [cell.get_text(" ", strip=True) for cell in page.select("main table tbody tr td:first-child")]
    label = {"de": "Zusammenfassung (Englisch)", "en": "Summary (English)"}[interface]
    assert sum(label.lower() in heading.lower() for heading in compared) == 1, compared
    assert "Shorter." in page.get_text()
    assert not {"Summary", "Zusammenfassung"} & set(compared)


@in_both_interfaces
def test_labels_of_the_form(either, interface):
    text = BeautifulSoup(either.get(admin_url("add", Program)).content, "html.parser").get_text(" ", strip=True)
    assert {"de": "Zusammenfassung (Englisch)", "en": "Summary (English)"}[interface].lower() in text.lower()


@in_both_interfaces
def test_references_are_counted_once(site, interface):
    document = get_document_model().objects.create(title="x", file="x.txt")
    with override(interface):
        unit = UnitFactory()
        link = f'<p><a linktype="document" id="{document.pk}">x</a></p>'
        program = ProgramFactory(
            description_de=link, **{**ENGLISH, "description_en": "<p>None.</p>"}, responsible_unit=unit
        )
        paths = set(
            ReferenceIndex.get_references_for_object(program)
            .filter(to_object_id=str(document.pk), content_path__contains=".")
            .values_list("content_path", flat=True)
        )
    assert len(paths) <= 1, paths


@pytest.mark.usefixtures("wagtails_indexes")
@in_both_interfaces
def test_search_and_order_of_lists(either, site):
    for german, english in (("Ähre", "Zulu"), ("Zebra", "Alpha"), ("Apfel", "")):
        InstitutionFactory(name_de=german, name_en=english)

    def names(**query):
        page = BeautifulSoup(either.get(admin_url("list", Institution, **query)).content, "html.parser")
        return [title.get_text(" ", strip=True) for title in page.select("main [id^=snippet_][id$=_title]")]

    assert [name for name in names() if name in ("Ähre", "Zebra", "Apfel")] == ["Ähre", "Apfel", "Zebra"]
    assert [name for name in names(ordering="sort_en") if name in ("Ähre", "Zebra", "Apfel")] == [
        "Zebra",
        "Apfel",
        "Ähre",
    ]
    assert names(q="Alph") == ["Zebra"]
