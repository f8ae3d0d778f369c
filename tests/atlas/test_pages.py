"""The pages of the atlas with its real figures: check values, one table in four forms, sources, addresses."""

import csv
import io
import json
from decimal import Decimal

import pytest

from atlas.models import Counting, Observation
from atlas.observations.index import atlas_index
from atlas.observations.selection import choices
from portal.core import content_version
from tests.factories import ObservationFactory, ResearchInstitutionFactory
from tests.site.walk import ROOT, fetch

GERMAN, ENGLISH = "/de/wissenschaftsatlas/", "/en/science-atlas/"
PAGES = {
    "overview": GERMAN,
    "city": f"{ENGLISH}duisburg/",
    "field": f"{GERMAN}fach/nanotechnologie/",
    "institution": f"{GERMAN}einrichtung/universitaet-duisburg-essen/",
    "comparison": f"{ENGLISH}comparison/",
}
# Of the collection of figures: fields, sum over them, effective number, evenness.
CHECKED = {
    "Ruhr-Universität Bochum": (33, "86.0", 20.12, 0.858),
    "Universität Duisburg-Essen": (30, "54.0", 20.08, 0.882),
    "Technische Universität Dortmund": (22, "51.0", 14.05, 0.855),
    "Universitätsklinikum Essen": (14, "18.0", 9.73, 0.862),
}


def data(address):
    return json.loads(fetch(address).body)


def table(address, name):
    joint = "&" if "?" in address else "?"
    return next(iter(data(f"{address}{joint}format=json&table={name}")["tables"]))


def words(element):
    return " ".join(element.get_text(" ").split())


def test_check_values_of_four_institutions(demo_content):
    rows = {row["place"]: row for row in table(GERMAN, "diversity_institutions")["rows"]}
    index = atlas_index()
    names = {record.name_de: key for key, record in index.institutions.items()}
    for name, (fields, total, effective, evenness) in CHECKED.items():
        row = rows[name]
        assert (row["richness"], round(row["shannon"], 2), round(row["evenness"], 3)) == (fields, effective, evenness)
        figures = [row for row in index.of("eu_projects_fractional_l2", (2014, 2020)) if row.institution == names[name]]
        known = index.without_residual(index.amounts(figures))
        assert sum(known.values()).quantize(Decimal("0.1")) == Decimal(total)


def test_parts_add_up_to_the_published_totals(demo_content):
    index = atlas_index()
    compared = 0
    for (total, _level, period), parts in choices(index).items():
        totals = {(row.institution, row.city): row.value for row in index.of(total, period) if row.field is None}
        sums = {}
        for row in index.of(parts.notation, period):
            sums[row.institution, row.city] = sums.get((row.institution, row.city), 0) + row.value
        for place, value in sums.items():
            assert float(value) == pytest.approx(float(totals[place]), abs=0.02), (parts, period, place)
            compared += 1
    assert compared > 150
    assert not [m for m in index.measures.values() if m.counting == Counting.TAGGED and m.parts_of_id]


@pytest.mark.parametrize("name", PAGES)
def test_chart_table_csv_and_json_hold_the_same(demo_content, name):
    page = fetch(PAGES[name])
    tables = {entry["name"]: entry for entry in data(f"{PAGES[name]}?format=json")["tables"]}
    assert tables
    for section in page.soup.select("figure.exhibit"):
        title = section.find_parent("section").h2
        entry = tables.pop(title["id"])
        shown = [[words(cell) for cell in row.select("th, td")] for row in section.select("tbody tr")]
        link = section.select_one('a[href*="format=csv"]')
        lines = list(csv.reader(io.StringIO(fetch(link["href"]).body.removeprefix("\ufeff")), delimiter=";"))
        assert lines[0] == [column["label"] for column in entry["columns"]]
        held = [[*row.values()] for row in entry["rows"]]
        assert len(shown) == len(held) == len(lines) - 1 - len(entry["totals"])
        for cells, values, line in zip(shown, held, lines[1:], strict=False):
            for cell, value, written in zip(cells, values, line, strict=True):
                assert (value is None) == (written == "") or value == ""
                if isinstance(value, int | float):
                    assert float(written.replace(",", ".")) == value
                elif value:
                    assert value == written == cell
        labels = [words(label) for label in section.select(".bars:first-child .bars__label")]
        assert labels == [row[0] for row in shown][: len(labels)]
    assert tables == {}


@pytest.mark.parametrize("name", PAGES)
def test_every_figure_leads_to_its_source(demo_content, name):
    figures = fetch(PAGES[name]).soup.select("figure.exhibit")
    assert figures
    for figure in figures:
        foot = figure.select_one("figcaption")
        assert "Quelle:" in words(foot) or "Source:" in words(foot)
        assert foot.select('a[href^="http"]') or "Hochschulkompass" in words(foot)


def test_few_projects_are_shown_without_index_and_rank(demo_content):
    page = fetch(f"{GERMAN}einrichtung/zbt-zentrum-fuer-brennstoffzellen-technik/").soup
    assert "weniger als zehn Projekte" in words(page.main)
    assert page.select(".indicator") == []
    assert page.select("#fields + *")
    rows = table(GERMAN, "diversity_institutions")["rows"]
    ranked = [row["shannon"] for row in rows]
    known = [value for value in ranked if value is not None]
    assert known == sorted(known, reverse=True)
    assert ranked[: len(known)] == known
    assert None in ranked


def test_an_institution_without_figures_has_a_name_and_no_page(demo_content):
    assert "Ruhr Museum" in words(fetch(GERMAN).soup.select_one("#institutions").find_parent("section"))
    assert fetch(f"{GERMAN}einrichtung/ruhr-museum/").status == 404


@pytest.mark.parametrize(
    ("query", "notices"),
    [("period=abc", 1), ("level=2&period=2021-2027", 1), ("measure=%00&level=-1", 2), ("whatever=1", 0)],
)
def test_bad_parameters_get_a_notice_and_an_answer(demo_content, query, notices):
    for address in (GERMAN, f"{ENGLISH}bochum/", f"{GERMAN}vergleich/"):
        page = fetch(f"{address}?{query}")
        assert (page.status, len(page.soup.select(".notice"))) == (200, notices), address
    assert fetch(f"{GERMAN}?format=csv&table=nothing").status == 404


def test_figures_are_narrowed_by_the_address(demo_content):
    page = fetch(f"{GERMAN}zahlen/?city=bochum&status=derived&period=2014-2020&measure=eu_projects_fractional")
    rows = page.soup.select("tbody tr")
    assert {words(row.select("td")[0]) for row in rows} == {"Bochum"}
    assert page.is_hidden
    assert len(fetch(f"{GERMAN}zahlen/?field=ESV-23-51&page=99").soup.select(".notice")) == 1
    assert "Keine Zahl passt" in fetch(f"{GERMAN}zahlen/?city=essen&measure=staff").body
    everything = fetch(f"{GERMAN}zahlen/?format=csv&table=figures").body
    assert len(everything.splitlines()) == 1 + Observation.objects.count()


def test_up_to_four_places_are_compared(demo_content):
    places = "&".join(f"place={name}" for name in ("bochum", "essen", "duisburg", "dortmund", "gelsenkirchen"))
    page = fetch(f"{GERMAN}vergleich/?{places}")
    assert len(page.soup.select(".multiple")) == 4
    assert len(page.soup.select(".notice")) == 1
    two = fetch(f"{GERMAN}vergleich/?place=essen&place=bochum").soup
    assert [words(title) for title in two.select(".multiple__title")] == ["Essen", "Bochum"]


def test_within_between_and_together(demo_content):
    page = fetch(GERMAN).soup
    rows = table(GERMAN, "diversity_cities")
    together = rows["totals"][0]["shannon"]
    assert f"{together:.1f}".replace(".", ",") in words(page.select_one("#varied").find_parent("section"))
    assert together >= max(row["shannon"] for row in rows["rows"])


def test_addresses_of_the_other_language_and_identifiers_lead_on(demo_content):
    for address, proper in {
        f"{ENGLISH}fach/nanotechnologie/": f"{ENGLISH}field/nanotechnology/",
        f"{GERMAN}comparison/": f"{GERMAN}vergleich/",
        f"{ENGLISH}institution/ruhr-universitaet-bochum/": f"{ENGLISH}institution/ruhr-university-bochum/",
    }.items():
        answer = fetch(f"{address}?level=1")
        assert (answer.status, answer.headers["Location"]) == (301, f"{proper}?level=1")
    for path in ("atlantis/", "fach/nichts/", "einrichtung/nichts/", "wort/chemie/"):
        assert fetch(GERMAN + path).status == 404
    switch = fetch(f"{GERMAN}fach/chemie/?level=2").soup.find("a", hreflang="en")
    assert switch["href"] == f"{ENGLISH}field/chemical-sciences/?level=2"
    assert f"{ROOT}{ENGLISH}field/chemical-sciences/" in fetch("/sitemap.xml").body


def test_an_institution_leads_to_its_own_page_and_its_cities(demo_content):
    head = fetch(PAGES["institution"]).soup.select_one(".page-head")
    links = [link["href"] for link in head.select("a")]
    assert "/de/partnerschaften/universitaet-duisburg-essen/" in links
    assert {f"{GERMAN}essen/", f"{GERMAN}duisburg/"} <= set(links)


def test_machines_can_cite_and_fetch_it(demo_content):
    page = fetch(GERMAN)
    linked = json.loads(page.soup.find("script", type="application/ld+json").string)
    assert linked["@type"] == "Dataset"
    assert linked["variableMeasured"]
    assert linked["measurementTechnique"]
    assert any("2011/833" in licence for licence in linked["license"])
    for entry in linked["distribution"]:
        assert fetch(entry["contentUrl"].removeprefix(ROOT)).status == 200
    package = data(f"{GERMAN}?format=datapackage")
    for resource in package["resources"]:
        file = fetch(resource["path"].removeprefix(ROOT)).body.removeprefix("\ufeff")
        heading = next(csv.reader(io.StringIO(file), delimiter=resource["dialect"]["delimiter"]))
        assert heading == [field["name"] for field in resource["schema"]["fields"]]
    assert "CORDIS" in words(page.soup.select_one(".citation"))


def test_the_method_names_every_source_measure_and_index_with_its_limits(demo_content):
    page = fetch(f"{GERMAN}methode/").soup
    index = atlas_index()
    assert {item["id"] for item in page.select("[id^=source-]")} == {
        f"source-{source.public_id}" for source in index.sources.values()
    }
    assert len(page.select(".definition")) == 5
    assert words(page.main).count("Was es nicht sagt:") == 5
    distances = {row["field"][:9]: row for row in table(f"{GERMAN}methode/", "distances")["rows"]}
    chemistry = distances["ESV-23-53"]
    assert [chemistry[code] for code in ("ESV-23-53", "ESV-23-51", "ESV-25-65")] == [0, 0.5, 1]


def test_sixty_more_figures_change_no_number_of_queries(demo_content):
    addresses = [*PAGES.values(), f"{GERMAN}zahlen/", f"{GERMAN}methode/", "/de/"]
    for address in addresses:  # caches the content types
        fetch(address)
    before = {address: fetch(address).query_count for address in addresses}
    assert {address: count for address, count in before.items() if count > 11} == {}
    measure = Observation.objects.filter(measure__notation="students").first()
    for _number in range(60):
        place = ResearchInstitutionFactory(cities=[Observation.objects.exclude(city=None).first().city])
        ObservationFactory(institution=place, measure=measure.measure, source=measure.source)
    assert {address: fetch(address).query_count for address in addresses} == before


def test_a_changed_figure_is_on_the_page_at_once(demo_content):
    figure = Observation.objects.get(institution__name_en="TU Dortmund University", measure__notation="staff")
    figure.value = 7654
    figure.save()
    content_version.forget()  # as the commit would
    assert "7.654" in fetch(f"{GERMAN}einrichtung/technische-universitaet-dortmund/").body


@pytest.mark.parametrize(
    ("query", "target"),
    [
        ("/de/suche/?q=Nanotechnologie+Duisburg", f"{GERMAN}fach/nanotechnologie/"),
        ("/en/search/?q=medical+research+Essen", f"{ENGLISH}field/medical-and-health-sciences/"),
        ("/de/suche/?q=Forschung+Bochum", f"{GERMAN}bochum/"),
    ],
)
def test_it_is_found_by_the_search(demo_content, query, target):
    links = [link["href"] for link in fetch(query).soup.select(".hit a")]
    assert target in links


def test_menu_home_page_and_story_lead_to_it(demo_content):
    for home, atlas, story in (
        ("/de/", GERMAN, "/de/wissenschaftsatlas-damals-und-heute/"),
        ("/en/", ENGLISH, "/en/science-atlas-then-and-now/"),
    ):
        page = fetch(home).soup
        assert page.select_one(f'.menu a[href="{atlas}"]')
        assert [link["href"] for link in page.select(".towns a")] == [
            f"{atlas}{city}/" for city in ("duisburg", "essen", "bochum", "dortmund")
        ]
        assert fetch(atlas).soup.select_one(f'a[href="{story}"]')
        assert fetch(story).soup.main.select_one(f'a[href="{atlas}"]')
