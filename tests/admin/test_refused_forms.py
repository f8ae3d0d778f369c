"""A rejected form shows the error at its field in the interface language, and keeps all input."""

import pytest

from programs.models import Program
from tests.admin.conftest import in_both_interfaces
from tests.admin.forms import Form, rich_text
from tests.admin.records import admin_url, full_program
from tests.factories import ENGLISH, ProgramFactory

REQUIRED = {"de": "Dieses Feld muss ausgefüllt werden.", "en": "This field is required."}


@pytest.fixture
def form(either):
    """The form of a full record with some unsaved input."""
    form = Form.open(either, admin_url("edit", full_program()))
    form["alert_en"] = "Typed just now."
    form["eligibility_de"] = rich_text("Eben erst getippt.")
    form.add("required_documents", text_de="Eben erst", text_en="Just now")
    form.values["enrolment_periods-0-life_situations"].pop()
    return form


@pytest.mark.parametrize("name", ["name_de", "summary_de", "description_de"])
def test_a_missing_german_text(form, interface, name):
    form[name] = rich_text("") if name == "description_de" else ""
    answer = form.refused()
    assert REQUIRED[interface] in answer.error_at(name)
    assert answer.messages()
    assert answer.typed() == form.typed()


@pytest.mark.parametrize("name", ["slug_de", "slug_en"])
def test_an_address_that_another_has(form, interface, name):
    ProgramFactory(name_de="Anderes", slug_de="vergeben", **(ENGLISH | {"slug_en": "vergeben"}))
    form[name] = "vergeben"
    answer = form.refused()
    assert "Anderes" in answer.error_at(name)
    assert answer.typed() == form.typed()


def test_an_english_address_at_which_a_german_record_answers(form):
    ProgramFactory(name_de="Anderes", slug_de="vergeben")
    form["slug_en"] = "vergeben"
    answer = form.refused()
    assert "Anderes" in answer.error_at("slug_en")
    assert answer.typed() == form.typed()


@pytest.mark.parametrize("slug", ["mit leerzeichen", "a/b", "ä"])
def test_an_address_with_wrong_characters(form, slug):
    form["slug_de"] = slug
    answer = form.refused()
    assert answer.error_at("slug_de")
    assert answer.typed() == form.typed()


def test_a_new_record_keeps_what_was_typed_too(client):
    form = Form.open(client, admin_url("add", Program))
    form["summary_de"], form["name_en"] = "Nur eine Zusammenfassung.", "Only English"
    form.add("places", name_de="Campus", latitude="51.4")
    answer = form.refused()
    assert answer.error_at("name_de")
    assert answer.error_at("main_kind")
    assert answer.error_at("responsible_unit")
    assert answer.error_at("places-0-longitude")
    assert answer.typed() == form.typed()


@in_both_interfaces
def test_the_interface_language_decides_about_the_words(form, interface):
    form["apply_url"] = "keine Adresse"
    words = {"de": "Bitte eine gültige Adresse eingeben", "en": "Enter a valid URL"}
    assert words[interface] in form.refused().error_at("apply_url")


@in_both_interfaces
def test_a_programme_related_to_itself(form, interface):
    program = form.url.rstrip("/").split("/")[-1]
    form["related_programs"] = [program]
    message = form.refused().error_at("related_programs")
    assert {"de": "was Sie gerade bearbeiten", "en": "it is what you are editing"}[interface] in message
