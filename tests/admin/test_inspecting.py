"""The page with all fields of a record speaks of them as the form does."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from wagtail.snippets.models import get_snippet_models

from partners.models import Condition
from tests.accounts.addresses import record_of
from tests.admin.records import admin_url
from tests.factories import AgreementFactory, PartnerFactory


@pytest.fixture
def shown(staff):
    """Return a function: the texts on the page of a record by their labels."""

    def opened(record):
        response = staff(language="en").get(admin_url("inspect", record))
        page = BeautifulSoup(response.content, "html.parser")
        labels, values = page.select("dl > dt"), page.select("dl > dd")
        return {label.get_text().strip(): value.get_text().strip() for label, value in zip(labels, values, strict=True)}

    return opened


def test_values_are_words(shown):
    texts = shown(AgreementFactory(name_de="Austausch", activities=["study"], ends_on=date(2029, 12, 31), deputy=None))
    assert {"None", "True", "False"}.isdisjoint(texts.values())
    assert texts["Name (German)"] == "Austausch"
    assert texts["Activities"] == "Study"
    assert texts["In force until"] == "31 December 2029"
    assert texts["No fixed end"] == "No"
    assert "Version" not in texts


def test_texts_have_their_form_and_missing_pictures_a_dash(shown):
    texts = shown(PartnerFactory(description_de="<p>Am <b>Hafen</b>.</p>", logo=None))
    assert texts["Description (German)"] == "Am Hafen."
    assert texts["Logo"] == "–"


NEVER_SHOWN = {"None", "True", "False", "[]", "{}", ""}


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_type_shows_internals(staff, site, language):
    """Neither a column that nobody edits, nor Python's words, nor a name of a column, in the page of any type."""
    client = staff(language=language)
    for model in get_snippet_models():
        page = BeautifulSoup(client.get(admin_url("inspect", record_of(model))).content, "html.parser")
        labels = {element.get_text(" ", strip=True) for element in page.select("main :is(dt, th)")}
        values = {element.get_text(" ", strip=True) for element in page.select("main :is(dd, td)")}
        assert labels, model
        assert not {"Sort de", "Sort en", "Public id", "ID"} & labels, model
        assert not {label for label in labels if "_" in label}, model
        assert not NEVER_SHOWN & values, (model, values)


def test_codes_are_words_in_the_children_too(staff, site):
    agreement = AgreementFactory()
    Condition.objects.create(
        agreement=agreement, eqf_levels=[6], languages=[{"language": "en", "level": "B2"}], sort_order=0
    )
    text = BeautifulSoup(staff(language="en").get(admin_url("inspect", agreement)).content, "html.parser").get_text()
    assert "English" in text
    assert "from us to them" in text
