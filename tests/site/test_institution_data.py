"""An institution's location, and its data for machines: JSON, and JSON-LD with the schema.org vocabulary."""

import json

import pytest

from partners.models import InstitutionIdentifier, InstitutionName, InstitutionType, Precision
from tests.factories import AgreementFactory, PartnerFactory
from tests.site.walk import fetch

pytestmark = pytest.mark.django_db
PAGE = "/de/partnerschaften/universitaet-malta/"


@pytest.fixture(autouse=True)
def now(site, time_machine):
    time_machine.move_to("2026-11-10 12:00 +0100", tick=False)


@pytest.fixture
def malta():
    columns = {"name_de": "Universität Malta", "name_en": "University of Malta", "country": "MT", "city_de": "Msida"}
    place = {"latitude": "35.90250", "longitude": "14.48390", "precision": Precision.SITE}
    partner = PartnerFactory(**columns, **place, name_original="L-Università ta’ Malta", abbreviation="UM")
    AgreementFactory(partners=[partner], name_de="Studierendentausch")
    return partner


def linked(path=PAGE):
    return json.loads(fetch(path).soup.find("script", type="application/ld+json").string)


def data(path=PAGE):
    answer = fetch(f"{path}?format=json")
    assert answer.headers["Content-Type"] == "application/json"
    return json.loads(answer.body)


def test_search_engines_learn_every_name_and_register(malta):
    for scheme, value in {"ror": "03a62bv60", "isni": "0000 0001 2176 9482", "erasmus": "MT MALTA01"}.items():
        InstitutionIdentifier.objects.create(institution=malta, scheme=scheme, value=value)
    InstitutionIdentifier.objects.create(institution=malta, scheme="wikidata", value="Q1", valid_to="2020-01-01")
    InstitutionName.objects.create(institution=malta, value="Universitas Melitensis", language="la")
    linked_data = linked()
    assert (linked_data["@type"], linked_data["name"]) == ("CollegeOrUniversity", "Universität Malta")
    names = {"University of Malta", "L-Università ta’ Malta", "UM", "Universitas Melitensis"}
    assert set(linked_data["alternateName"]) == names
    assert linked_data["sameAs"] == ["https://ror.org/03a62bv60", "https://isni.org/isni/0000000121769482"]
    assert linked_data["address"] == {"@type": "PostalAddress", "addressLocality": "Msida", "addressCountry": "MT"}
    assert linked("/en/partnerships/university-of-malta/")["name"] == "University of Malta"


@pytest.mark.parametrize(("precision", "is_there"), [("site", True), ("city", False), ("country", False)])
def test_a_point_is_told_to_machines_only_where_it_is_that_of_the_campus(malta, precision, is_there):
    malta.precision = precision
    malta.save()
    assert ("geo" in linked()) == is_there


@pytest.mark.parametrize(
    ("kind", "name"),
    [("arts", "CollegeOrUniversity"), ("ngo", "NGO"), ("company", "Organization"), ("school", "School")],
)
def test_what_is_no_university_is_not_called_one(malta, kind, name):
    malta.institution_type = InstitutionType(kind)
    malta.save()
    assert linked()["@type"] == name


def test_the_page_as_json_says_what_the_page_says(malta):
    content = data()
    assert content["name"] == {"de": "Universität Malta", "en": "University of Malta"}
    assert content["location"] == {"latitude": 35.9025, "longitude": 14.4839, "precision": "site"}
    assert content["partnership"] == "active"
    assert [
        (agreement["name"]["de"], agreement["validity"], agreement["until"]) for agreement in content["agreements"]
    ] == [("Studierendentausch", "open-ended", None)]
    assert content["inclusion"]["disability_support"] == "not-asked"


def test_a_name_cannot_end_the_element_it_stands_in(malta):
    malta.name_original = "</script><script>alert(1)</script>"
    malta.save()
    assert malta.name_original in linked()["alternateName"]
    assert "<script>alert" not in fetch(PAGE).body


def test_where_it_lies_stands_on_the_page_with_how_exact_that_is(malta):
    def where():
        return fetch(PAGE).soup.find("section", attrs={"aria-labelledby": "where"})

    assert where().select_one("circle")
    assert "Msida, Malta" in where().get_text(" ", strip=True)
    malta.precision = Precision.CITY
    malta.save()
    assert "Der Punkt zeigt die Stadt, nicht das Gebäude." in where().get_text(" ", strip=True)
    malta.latitude = malta.longitude = None
    malta.precision = Precision.UNKNOWN
    malta.save()
    assert where() is None


def test_the_far_side_of_the_world_has_a_part_map_too():
    fiji = PartnerFactory(name_de="Südpazifik", country="FJ", precision=Precision.COUNTRY)
    AgreementFactory(partners=[fiji])
    svg = fetch(f"/de/partnerschaften/{fiji.slug_de}/").soup.select_one(".map--part svg")
    left, top, width, height = map(int, svg["viewbox"].split())
    dot = svg.select_one("circle")
    assert left <= int(dot["cx"]) <= left + width
    assert top <= int(dot["cy"]) <= top + height
    assert svg.select_one(".land--marked")["d"]
