"""A search text finds partners and narrows the list together with filters."""

import pytest
import time_machine

from partners.models import Institution
from portal.search.registry import get_document_type
from portal.search.writing import write
from tests.factories import AgreementFactory, PartnerFactory
from tests.finder.lists import counts, names
from tests.partners.directory.asking import find
from tests.partners.directory.partners import NOW


@time_machine.travel(NOW, tick=False)
def save_scripts():
    """Save partners with names in several scripts, and their search documents."""
    partners = [
        {"name_de": "Universität zu Köln", "country": "DE", "city_de": "Köln"},
        {"name_de": "Technische Universität Łódź", "country": "PL"},
        {"name_de": "İstanbul-Kültür-Universität", "country": "TR"},
        {"name_de": "Peking-Universität", "name_original": "北京大学", "original_lang": "zh", "country": "CN"},
    ]
    for columns in partners:
        AgreementFactory(partners=[PartnerFactory(**columns)])
    write(get_document_type("institution"), Institution.objects.values_list("pk", flat=True))


pytestmark = [pytest.mark.django_db, pytest.mark.saved_once(by=save_scripts)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((spelling, "Universität zu Köln") for spelling in ("koln", "köln", "Koeln", "KÖLN")),
        ("lodz", "Technische Universität Łódź"),
        ("北京", "Peking-Universität"),
        ("bei jing", "Peking-Universität"),
    ],
)
def test_every_name_in_every_script_is_found(text, expected):
    assert names(find(f"q={text}")) == [expected]
    assert names(find(f"q={text}&sort=name&country=FR")) == []


def test_a_text_and_filters_narrow_each_other():
    assert counts(find("q=Universität"), "country") == {"CN": 1, "DE": 1, "PL": 1, "TR": 1}
    assert names(find("q=Universität&continent=asia&sort=country")) == [
        "Peking-Universität",
        "İstanbul-Kültür-Universität",
    ]
    assert [way.count for way in find("q=Xyzzy").no_results.removable_filters] == [4]


def test_a_country_that_is_misspelt_is_a_way_out():
    assert [str(way.label) for way in find("q=Deutchland").no_results.close_values] == ["Deutschland"]
