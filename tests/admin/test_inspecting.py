"""The page with all fields of a record speaks of them as the form does."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

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
