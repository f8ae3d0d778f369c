"""The panel beside the English fields of a record: the German text and its changes."""

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.contrib.auth import get_user_model

from portal.core.models import Record
from portal.translation import tracking
from portal.translation.panels import TranslationPanel
from programs.models import LifeSituation, Program
from tests.admin.records import admin_url, full_program, full_situation
from tests.factories import ProgramFactory

RECORDS = [model for model in apps.get_models() if issubclass(model, Record)]


@pytest.fixture(params=[full_program, full_situation], ids=["programme", "life-situation"])
def record(request, site):
    return request.param()


def english_tab(client, record):
    client.force_login(get_user_model().objects.create_superuser("head"))
    soup = BeautifulSoup(client.get(admin_url("edit", record)).content, "html.parser")
    # A programme has no tabs: its fields in both languages stand side by side.
    tab = soup.select_one("#id_name_en").find_parent(attrs={"role": "tabpanel"}) or soup.select_one("[data-edit-form]")
    return " ".join(tab.get_text(" ").split()), tab


def german_in(tab):
    """Return the German texts that stand there to be read, or in fields."""
    fields = tab.select('[name$="_de"]')
    return {tag.get_text() for tag in tab.select('[lang="de"]')} | {
        (tag.get("value") or tag.get_text()).strip() for tag in fields
    }


def test_the_german_stands_beside_the_english(client, record):
    text, tab = english_tab(client, record)
    assert {record.summary_de, record.name_de} <= german_in(tab)
    assert "Zusammenfassung (Deutsch)" in text


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_every_type_of_record_has_it(model):
    assert any(isinstance(panel, TranslationPanel) for panel in panels_in(model.snippet_viewset.get_edit_handler()))


def panels_in(panel):
    yield panel
    for child in getattr(panel, "children", ()):
        yield from panels_in(child)


def test_children_are_translated_too(client, site):
    text, _tab = english_tab(client, full_program())
    assert "Unterlage (Deutsch)" in text or "Dokument (Deutsch)" in text


def test_what_changed_since_the_english_was_confirmed(client, record):
    tracking.update_record(type(record), record.pk)
    record.summary_de = "Ganz anders."
    record.save()
    tracking.update_record(type(record), record.pk)
    _text, tab = english_tab(client, record)
    assert tab.select_one("ins").get_text() == "Ganz anders."
    assert tab.select_one("del")


def test_a_draft_shows_its_own_german(client, site):
    program = ProgramFactory(live=False, summary_de="Nur im Entwurf.")
    text, _tab = english_tab(client, program)
    assert "Nur im Entwurf." in text


@pytest.mark.parametrize("model", [Program, LifeSituation])
def test_a_new_record_has_nothing_to_compare(client, site, model):
    client.force_login(get_user_model().objects.create_superuser("head"))
    assert "ins" not in [tag.name for tag in BeautifulSoup(client.get(admin_url("add", model)).content, "html.parser")]
    assert client.get(admin_url("add", model)).status_code == 200
