"""The partner directory for visitors and machines: heading, notices, addresses, country pages and data."""

import csv
import io
import json
from datetime import date

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client

from partners.models import Agreement, Institution
from portal.core import content_version
from tests.benchmarks.volume.partners import make_partners
from tests.factories import AgreementFactory, FactFactory, PartnerFactory
from tests.site.walk import fetch

LIST, ENGLISH = "/de/partnerschaften/", "/en/partnerships/"
SECRET = "Geheimsache"
NOW = "2026-11-21 12:00 +0100"


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(NOW, tick=False)


@time_machine.travel(NOW, tick=False)
def save_partners():
    """Save two partners in France, one in Jordan with a right-to-left original name, and a former one."""
    lyon = {"city_de": "Lyon", "latitude": 45.75, "longitude": 4.85, "precision": "city"}
    partners = [
        PartnerFactory(name_de="Universität Lyon", name_en="University of Lyon", country="FR", **lyon),
        PartnerFactory(name_de="=Hochschule Brest", country="FR", website="https://www.example.org"),
        PartnerFactory(
            name_de="Universität Amman",
            name_original="الجامعة الأردنية",
            original_lang="ar",
            country="JO",
            city_de="Amman",
        ),
    ]
    for partner in partners:
        AgreementFactory(partners=[partner], activities=["study"], ends_on=date(2027, 9, 30), internal_note=SECRET)
    AgreementFactory(partners=[PartnerFactory(name_de="Frühere", country="SE")], ends_on=date(2020, 12, 31))
    Institution.objects.filter(name_de="Universität Lyon").update(internal_note=SECRET)


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site"), pytest.mark.saved_once(by=save_partners)]


def soup(path):
    answer = Client().get(path)
    assert answer.status_code == 200, path
    return BeautifulSoup(answer.content, "html.parser")


def words(element):
    return " ".join(element.get_text(" ", strip=True).split())


# The page ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        (LIST, "3 Partner in 2 Ländern"),
        (ENGLISH, "3 partners in 2 countries"),
        (f"{LIST}?country=FR", "2 Partner in einem Land"),
        (f"{ENGLISH}?country=JO", "1 partner in one country"),
        (f"{LIST}?status=former", "1 früherer Partner"),
        (f"{LIST}?country=ZZZ", "Auswahl nicht verstanden: alle Partner (3)"),
        (f"{ENGLISH}?country=AQ", "No partners"),
    ],
)
def test_the_heading_counts_partners_and_countries(path, heading):
    page = soup(path)
    assert words(page.h1) == heading
    assert words(page.title).startswith(heading)


def test_a_name_stands_in_the_readers_language_and_below_it_in_its_own_script():
    row = next(partner for partner in soup(ENGLISH).select(".partner") if "Amman" in partner.text)
    assert (row.bdi["lang"], row.bdi["dir"], row.bdi.text) == ("ar", "auto", "الجامعة الأردنية")
    assert (row.h3.a["lang"], words(row.h3.a)) == ("de", "Universität Amman")
    assert row.bdi.find_parent("a") is None
    assert "in German only" in row.text
    assert "Amman , Jordan" in words(row)
    assert "in force until 30 September 2027" in words(row)


@pytest.mark.parametrize("city_en", ["Singapore", ""])
def test_a_city_that_is_a_country_is_named_once_in_both_languages(city_en):
    partner = PartnerFactory(name_de="Universität Singapur", country="SG", city_de="Singapur", city_en=city_en)
    AgreementFactory(partners=[partner])
    for path, place in {LIST: "Singapur", ENGLISH: "Singapore"}.items():
        row = soup(f"{path}?country=SG").select_one(".partner")
        assert words(row.select("p")[-2]) == place


def test_the_language_switch_keeps_the_filters():
    page = soup(f"{LIST}?country=FR&activity=study&sort=country")
    assert page.find("a", hreflang="en")["href"] == f"{ENGLISH}?country=FR&activity=study&sort=country"


@pytest.mark.parametrize(
    ("query", "is_hidden", "canonical"),
    [
        ("", False, ""),
        ("activity=study", False, "?activity=study"),
        ("country=FR", True, "?country=FR"),  # a country has a page of its own
        ("continent=europe&activity=study", True, "?continent=europe&activity=study"),
        ("activity=study&page=-1", False, "?activity=study"),
        ("bbox=abc", False, ""),
    ],
)
def test_what_search_engines_are_told(query, is_hidden, canonical):
    page = soup(f"{LIST}?{query}")
    assert bool(page.find("meta", content="noindex,follow")) is is_hidden
    assert page.find("link", rel="canonical")["href"] == f"http://testserver{LIST}{canonical}"
    assert bool(page.find("link", hreflang="x-default")) is not is_hidden


BAD = ["country=ZZZ", "page=-1", "bbox=abc", "bbox=1,2,3", "bbox=0,50,10,40", "bbox=nan,0,1,1", "country=%00", "q=%00"]
BAD += [f"q={'x' * 10_000}", f"country={'x' * 10_000}", "sort=colour", "page=99", "place=nowhere"]


@pytest.mark.parametrize("query", BAD, ids=lambda query: query[:20])
def test_what_is_not_understood_is_said_to_people_and_refused_to_machines(query):
    assert soup(f"{LIST}?{query}").select(".notice")
    for kind in ("json", "geojson", "csv"):
        answer = Client().get(f"{LIST}?{query}&format={kind}")
        assert answer.status_code == 400
        assert json.loads(answer.content)["errors"]
        assert answer["X-Robots-Tag"] == "noindex"


def test_counts_stand_beside_what_others_say(site):
    page = site["partnerships", "de"]
    page.statement = FactFactory(statement_de="Mehr als 400", value_de="> 400")
    page.story = site["programs", "de"]
    page.save()
    counted = soup(LIST).find("section", attrs={"aria-labelledby": "counted"})
    assert [words(figure) for figure in counted.select(".figure__value")] == ["3", "3", "> 400"]
    assert "am 21. November 2026" in words(counted)
    assert "mehr als eine" not in words(counted)
    assert counted.find("a", class_="more")["href"] == "/de/angebote/"


def test_nothing_found_leads_on():
    page = soup(f"{LIST}?country=FR&activity=doctoral")
    assert words(page.select_one("h2")) == "Kein Partner passt zu Ihrer Auswahl"
    ways = {words(way): way.a for way in page.select(".ways li")}
    assert any(way.startswith("ohne Aktivität: Promotion 2") for way in ways)


# Countries ---------------------------------------------------------------------------------------------------------


def test_a_country_has_a_page_in_both_languages():
    page = soup("/de/partnerschaften/land/frankreich/")
    assert words(page.h1) == "Frankreich: 2 Partner"
    assert "2 Vereinbarungen in Kraft" in words(page.main)
    assert [link["href"] for link in page.select("link[hreflang]")] == [
        "http://testserver/de/partnerschaften/land/frankreich/",
        "http://testserver/en/partnerships/country/france/",
        "http://testserver/de/partnerschaften/land/frankreich/",
    ]
    assert page.find("a", hreflang="en")["href"] == "/en/partnerships/country/france/"
    assert page.find("link", rel="canonical")["href"].endswith("/land/frankreich/")
    assert page.select_one(".facts a")["href"] == f"{LIST}?country=FR&activity=study"
    assert "/de/partnerschaften/land/frankreich/" in Client().get("/sitemap.xml").text
    assert words(soup("/de/partnerschaften/land/schweden/").h1) == "Schweden: 1 früherer Partner"


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/de/partnerschaften/land/fr/", "/de/partnerschaften/land/frankreich/"),
        ("/de/partnerschaften/land/FR/?a=b", "/de/partnerschaften/land/frankreich/?a=b"),
        ("/de/partnerschaften/land/france/", "/de/partnerschaften/land/frankreich/"),
        ("/de/partnerschaften/country/france/", "/de/partnerschaften/land/frankreich/"),
        ("/en/partnerships/land/frankreich/", "/en/partnerships/country/france/"),
        ("/en/partnerships/country/jordanien/", "/en/partnerships/country/jordan/"),
    ],
)
def test_other_spellings_of_a_country_lead_to_its_page(path, target):
    answer = Client().get(path)
    assert (answer.status_code, answer["Location"]) == (301, target)


@pytest.mark.parametrize("slug", ["japan", "atlantis", "xx", "zz"])
def test_a_country_without_partners_is_not_found(slug):
    assert Client().get(f"/de/partnerschaften/land/{slug}/").status_code == 404


# Data --------------------------------------------------------------------------------------------------------------

QUERIES = ["", "country=FR", "activity=study&continent=asia", "status=former", "bbox=4,45,5,46", "country=AQ", "q=Lyon"]


def rows_of(path):
    answer = Client().get(path)
    assert answer.status_code == 200
    content = b"".join(answer.streaming_content)
    assert content.startswith("\ufeff".encode())
    assert b"\r\n" in content
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("query", QUERIES)
def test_the_data_is_the_list(query):
    finder = Client().get(f"{LIST}?{query}").context_data["finder"]
    ids = [partner.public_id for partner in finder.page]
    data = json.loads(Client().get(f"{LIST}?{query}&format=json").content)
    assert (data["total"], [partner["id"] for partner in data["partners"]]) == (finder.count, ids)
    assert [row[0] for row in rows_of(f"{LIST}?{query}&format=csv")[1:]] == ids
    geojson = json.loads(Client().get(f"{LIST}?{query}&format=geojson").content)
    assert len(geojson["features"]) + geojson["without_place"] == len(ids)
    assert len(geojson["features"]) == finder.map.placed


def test_a_place_stands_where_geojson_wants_it():
    (feature,) = json.loads(Client().get(f"{LIST}?format=geojson").content)["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [4.85, 45.75]}
    assert feature["properties"]["url"] == "http://testserver/de/partnerschaften/universitaet-lyon/"
    assert Client().get(f"{LIST}?format=geojson")["Content-Type"] == "application/geo+json"


def test_no_cell_is_a_formula_and_headings_are_in_the_readers_language():
    german, english = rows_of(f"{LIST}?format=csv"), rows_of(f"{ENGLISH}?format=csv")
    assert (german[0][6], english[0][6]) == ("Land", "Country")
    assert "'=Hochschule Brest" in german[1]
    assert {len(row) for row in german} == {len(german[0])}


def test_data_comes_page_by_page():
    make_partners(200, 200)
    content_version.forget()
    first = json.loads(Client().get(f"{LIST}?type=university&format=json").content)
    assert (first["pages"] > 1, first["previous"]) == (True, None)
    second = json.loads(Client().get(first["next"].removeprefix("http://testserver")).content)
    assert second["page"] == 2
    assert {partner["id"] for partner in first["partners"]}.isdisjoint(partner["id"] for partner in second["partners"])


def test_nothing_internal_is_in_the_data():
    Agreement.objects.update(internal_note=SECRET, termination_reason=SECRET, reference=SECRET)
    PartnerFactory(name_de=f"{SECRET} Universität")
    content_version.forget()
    for kind in ("json", "geojson", "csv"):
        answer = Client().get(f"{LIST}?format={kind}")
        assert SECRET not in answer.getvalue().decode()


# Numbers -----------------------------------------------------------------------------------------------------------


def test_questions_to_the_database_do_not_grow_with_the_rows():
    addresses = [
        LIST,
        f"{ENGLISH}?country=FR&activity=study",
        f"{LIST}?format=geojson",
        "/de/partnerschaften/land/frankreich/",
    ]
    baseline = {address: fetch(address).query_count for address in addresses for _ in range(2)}
    make_partners(80, 200)
    assert {address: fetch(address).query_count for address in addresses} == baseline
    assert max(baseline.values()) <= 11
