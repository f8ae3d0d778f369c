"""The page with all fields of a record speaks of them as the form does."""

from datetime import date

from bs4 import BeautifulSoup

from tests.admin.records import admin_url
from tests.factories import AgreementFactory


def test_values_are_words(staff):
    agreement = AgreementFactory(name_de="Austausch", activities=["study"], ends_on=date(2029, 12, 31), deputy=None)
    response = staff(language="en").get(admin_url("inspect", agreement))
    page = BeautifulSoup(response.content, "html.parser")
    labels = [element.get_text(strip=True) for element in page.select("dl > dt")]
    values = [element.get_text(strip=True) for element in page.select("dl > dd")]
    shown = dict(zip(labels, values, strict=True))
    assert {"None", "True", "False"}.isdisjoint(values)
    assert shown["Name (German)"] == "Austausch"
    assert shown["Activities"] == "Study"
    assert shown["In force until"] == "31 December 2029"
    assert shown["No fixed end"] == "No"
    assert "Version" not in shown
