"""The finder: nine facets with counts, a text, chips, orders, and a way on where nothing matches."""

import datetime as dt
from urllib.parse import parse_qsl

import pytest
import time_machine
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from partners.models import Contact
from portal.core import content_version
from portal.core.moment import BERLIN, today
from portal.search.registry import type_of
from portal.search.writing import write
from programs import facets
from programs.finder import ProgramFinder
from programs.models import CostOption, LifeSituation, Mode, Phase, Place, Program
from programs.selectors import in_order, programs
from tests.factories import ContactFactory, LifeSituationFactory, ProgramFactory, site_with_indexes
from tests.finder.lists import counts, names

pytestmark = pytest.mark.django_db
PATH = "/de/angebote/"


def find(query=""):
    return ProgramFinder(QueryDict(query), PATH)


def searchable():
    """Write what is searched: outside a test that happens when a change is committed."""
    write(type_of("program"), Program.objects.values_list("pk", flat=True))


# Facets ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def assorted():
    """Two programmes that have nothing in common."""
    one = ProgramFactory(
        name_de="A", kinds=["mentoring"], service_languages=["de", "tr"], periods=[{"kind": "rolling"}]
    )
    two = ProgramFactory(name_de="B", service_languages=["en"], periods=[{"closes_on": today() + dt.timedelta(days=3)}])
    one.life_situations.set(LifeSituation.objects.filter(notation="children"))
    two.life_situations.set(LifeSituation.objects.filter(notation="caring"))
    one.phases.set(Phase.objects.filter(notation="main"))
    one.modes.set(Mode.objects.filter(notation="part-time"))
    one.places.set([Place(name_de="Schloss Süd", name_en="South Castle")])
    two.places.set([Place(name_de="Online")])
    one.cost_options.set([CostOption(amount=0)])
    two.cost_options.set([CostOption(amount=0), CostOption(amount=5)])
    one.save()
    two.save()
    return one, two


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("situation=children", "A"),
        ("kind=mentoring", "A"),
        ("kind=counselling", "AB"),  # the main kind of both
        ("phase=main", "A"),
        ("language=tr", "A"),
        ("language=tr&language=en", "AB"),
        ("mode=part-time", "A"),
        ("place=schloss-sued", "A"),
        ("place=online", "B"),
        ("cost=free", "A"),
        ("availability=rolling", "A"),
        ("availability=closing-soon", "B"),
        ("availability=closing-soon&availability=rolling", "AB"),
        ("availability=open", ""),
        ("place=online&language=tr", ""),
        ("situation=children&situation=caring&language=en", "B"),
    ],
)
def test_every_facet_narrows(assorted, query, found):
    finder = find(f"{query}&sort=name")
    assert names(finder) == list(found)
    assert finder.count == len(found)


def test_a_unit_is_sought_by_its_identifier(assorted):
    one, two = assorted
    assert names(find(f"unit={one.responsible_unit.public_id}")) == ["A"]
    assert counts(find(), "unit") == {one.responsible_unit.public_id: 1, two.responsible_unit.public_id: 1}


def test_each_count_is_what_ticking_gives(assorted):
    """For every value of every facet, alone and beside a choice in another one."""
    for chosen in ("", "language=tr", "kind=mentoring&cost=free", "availability=closing-soon"):
        finder = find(chosen)
        for facet in finder.facets:
            others = [pair for pair in parse_qsl(chosen) if pair[0] != facet.name]
            for choice in facet.choices:
                query = "&".join(f"{name}={value}" for name, value in [*others, (facet.name, choice.value)])
                assert choice.count == find(query).count, (chosen, facet.name, choice.value)


def test_a_value_without_programmes_stays_and_cannot_be_ticked_unless_it_is(assorted):
    boxes = {choice.value: choice for facet in find("mode=block").facets for choice in facet.choices}
    assert (boxes["full-time"].count, boxes["full-time"].is_disabled) == (0, True)
    assert (boxes["block"].count, boxes["block"].is_checked, boxes["block"].is_disabled) == (0, True, False)


def test_less_used_facets_are_folded(assorted):
    folded = {facet.name for facet in find().facets if facet.is_folded}
    assert folded == set(facets.SHAPE.facets) - {"situation", "kind"}
    language = next(facet for facet in find("language=tr&language=en").facets if facet.name == "language")
    assert [choice.value for choice in language.chosen] == ["en", "tr"]


def test_places_that_are_written_almost_alike_are_one(assorted):
    ProgramFactory().places.set([Place(name_de="schloss süd")])
    program = Program.objects.get(name_de="B")
    program.places.set([Place(name_de="Schloss Süd"), Place(name_de="schloss süd")])
    program.save()
    assert counts(find(), "place")["schloss-sued"] == 2


def test_places_and_units_of_hidden_programmes_are_not_told(assorted):
    Program.objects.filter(name_de="A").update(live=False)
    values = {choice.value for facet in find().facets for choice in facet.choices}
    assert "schloss-sued" not in values
    assert Program.objects.get(name_de="A").responsible_unit.public_id not in values


def test_labels_are_in_the_readers_language(assorted):
    with override("en"):
        labels = {choice.value: str(choice.label) for facet in find().facets for choice in facet.choices}
    assert labels["schloss-sued"] == "South Castle"
    assert labels["tr"] == "Turkish"
    assert labels["children"] == "With children"


def test_what_has_ended_is_one_more_availability():
    ProgramFactory(name_de="Früher", status="ended", kinds=["mentoring"])
    ProgramFactory(name_de="Heute", kinds=["mentoring"])
    ProgramFactory(name_de="Auch früher", status="ended")
    assert names(find("kind=mentoring")) == ["Heute"]
    assert find("kind=mentoring").ended_count == 1
    assert find("kind=mentoring").ended_url == f"{PATH}?kind=mentoring&availability=ended"
    assert names(find("kind=mentoring&availability=ended")) == ["Früher"]
    assert find("availability=ended").is_ended_list
    assert sorted(names(find("availability=ended&availability=unknown"))) == ["Auch früher", "Früher", "Heute"]


# Text ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def texts():
    ProgramFactory(name_de="Schreibwerkstatt", summary_de="Wer Panik vor Prüfungen hat, übt hier.", kinds=["mentoring"])
    ProgramFactory(name_de="Prüfungsangst bewältigen", kinds=["networking"])
    ProgramFactory(name_de="Anderes", kinds=["mentoring"])
    searchable()


def test_a_text_narrows_and_what_fits_best_comes_first(texts):
    assert names(find("q=Panik"))[0] == "Schreibwerkstatt"
    found = find("q=Pr%C3%BCfung")
    assert sorted(names(found)) == ["Prüfungsangst bewältigen", "Schreibwerkstatt"]
    assert [sort.value for sort in found.sorts if sort.is_current] == ["relevance"]
    assert names(find("q=Pr%C3%BCfung&sort=name")) == ["Prüfungsangst bewältigen", "Schreibwerkstatt"]


def test_counts_and_facets_go_with_a_text(texts):
    assert counts(find("q=Pr%C3%BCfung"), "kind") == {"counselling": 2, "mentoring": 1, "networking": 1}
    assert names(find("q=Pr%C3%BCfung&kind=mentoring")) == ["Schreibwerkstatt"]


def test_what_was_sought_is_marked_in_names_and_nothing_else_is(texts):
    ProgramFactory(name_de="<b>Prüfung</b> & mehr")
    searchable()
    marked = {str(program.marked_name) for program in find("q=pruefung").page}
    assert "&lt;b&gt;<mark>Prüfung</mark>&lt;/b&gt; &amp; mehr" in marked


def test_a_draft_is_not_found_even_where_its_text_still_is(texts):
    Program.objects.filter(name_de="Schreibwerkstatt").update(live=False)
    assert names(find("q=Panik")) == []


def test_a_text_without_a_word_finds_nothing_and_says_why(texts):
    for text in ("und+oder+die", "%28%28%28", "%25", "%F0%9F%92%A9"):
        found = find(f"q={text}")
        assert (found.count, len(found.notices), len(found.chips)) == (0, 1, 1), text
        assert [drop.count for drop in found.dead_end.drops] == [3]


# Dead ends -------------------------------------------------------------------------------------------------------


def test_each_filter_says_what_is_left_without_it(texts):
    found = find("kind=childcare&availability=unknown&q=Panik")
    drops = {str(drop.label).split(":")[0]: (drop.count, drop.url) for drop in found.dead_end.drops}
    assert found.count == 0
    assert drops["Art des Angebots"] == (1, f"{PATH}?availability=unknown&q=Panik")
    assert drops["Verfügbarkeit"] == (0, f"{PATH}?kind=childcare&q=Panik")
    assert drops["„Panik“"] == (0, f"{PATH}?kind=childcare&availability=unknown")
    assert next(iter(drops)) == "Art des Angebots"  # leads furthest
    for drop in found.dead_end.drops:
        assert find(drop.url.partition("?")[2]).count == drop.count


def test_near_are_values_of_the_same_facet_that_have_results(texts):
    near = {way.url: way.count for way in find("kind=childcare").dead_end.near}
    assert near[f"{PATH}?kind=mentoring"] == 2
    for url, count in near.items():
        assert find(url.partition("?")[2]).count == count


@pytest.mark.parametrize("typed", ["Kinderbetreung", "kita", "chidcare"])
def test_near_is_a_concept_that_a_misspelt_text_may_have_meant(texts, typed):
    ProgramFactory(name_de="Hort", kinds=["childcare"])
    assert f"{PATH}?kind=childcare" in [way.url for way in find(f"q={typed}").dead_end.near]


def test_a_list_with_results_has_no_dead_end(texts):
    assert find().dead_end is None


@pytest.fixture
def site():
    return site_with_indexes()


def test_the_office_to_ask_is_named_where_nothing_matches_and_only_there(client, site):
    ProgramFactory()
    page = site["programs", "de"]
    page.zero_results_contact = ContactFactory(name_de="Offene Sprechstunde")
    page.save()
    assert "Offene Sprechstunde" in client.get(f"{PATH}?kind=childcare").content.decode()
    assert "Offene Sprechstunde" not in client.get(PATH).content.decode()


def test_an_office_that_may_not_be_named_is_not(client, site):
    page = site["programs", "de"]
    page.zero_results_contact = ContactFactory(name_de="Offene Sprechstunde", person="Erika Muster")
    page.save()
    body = client.get(f"{PATH}?kind=childcare").content.decode()
    assert "Offene Sprechstunde" not in body
    assert "Erika Muster" not in body
    Contact.objects.all().delete()
    assert client.get(f"{PATH}?kind=childcare").status_code == 200


# The page --------------------------------------------------------------------------------------------------------


def heading_of(response):
    return " ".join(response.content.decode().split('id="results"')[1].split(">", 1)[1].split("</h1>")[0].split())


def test_count_in_heading_and_title(client, site):
    ProgramFactory(kinds=["mentoring"])
    ProgramFactory()
    assert heading_of(client.get(PATH)) == "2 Angebote"
    response = client.get(f"{PATH}?kind=mentoring")
    assert heading_of(response) == "1 Angebot passt zu Ihrer Auswahl"
    title = " ".join(response.content.decode().split("<title>")[1].split("</title>")[0].split())
    assert title.startswith("1 Angebot passt zu Ihrer Auswahl – Mentoring")


def test_a_selection_of_which_nothing_is_understood_is_no_match(client, site):
    ProgramFactory()
    response = client.get(f"{PATH}?situation=nobody&kind=nothing")
    assert heading_of(response) == "Auswahl nicht verstanden: alle Angebote (1)"
    assert response.content.decode().count('class="notice"') == 2


@pytest.mark.parametrize(
    ("query", "robots", "canonical"),
    [
        ("", False, ""),
        ("situation=children", False, "?situation=children"),
        ("situation=nobody", False, ""),
        ("situation=children&situation=caring", True, "?situation=children&amp;situation=caring"),
        ("kind=mentoring&situation=children&utm_source=x", True, "?situation=children&amp;kind=mentoring"),
        ("kind=mentoring&kind=nothing&page=abc", False, "?kind=mentoring"),
        ("q=Panik&sort=colour", True, "?q=Panik"),
        ("availability=ended", False, "?availability=ended"),
    ],
)
def test_what_search_engines_are_told(client, site, query, robots, canonical):
    LifeSituationFactory()
    body = client.get(f"{PATH}?{query}").content.decode()
    assert ('<meta name="robots" content="noindex,follow">' in body) is robots
    assert f'<link rel="canonical" href="http://testserver{PATH}{canonical}">' in body
    assert ('hreflang="x-default"' in body) is not robots


def test_a_form_without_a_text_leads_to_the_address_without_one(client, site):
    response = client.get(f"{PATH}?q=&situation=nobody&situation=children")
    assert (response.status_code, response["Location"]) == (302, f"{PATH}?situation=nobody&situation=children")
    assert client.get(f"{PATH}?q=")["Location"] == PATH


def test_the_language_switch_keeps_filters_text_and_order(client, site):
    body = client.get(f"{PATH}?situation=children&q=Kita&sort=name").content.decode()
    assert "?situation=children&amp;q=Kita&amp;sort=name" in body.split('hreflang="en"')[0]


def test_sorting_keeps_what_is_sought(texts):
    assert find("q=Panik&kind=mentoring").hidden == [("kind", "mentoring"), ("q", "Panik")]


def test_chips_take_one_thing_back_each(texts):
    urls = [chip.remove_url for chip in find("kind=mentoring&kind=networking&q=Panik&sort=name&page=2").chips]
    assert urls == [
        f"{PATH}?kind=mentoring&kind=networking&sort=name",
        f"{PATH}?kind=networking&q=Panik&sort=name",
        f"{PATH}?kind=mentoring&q=Panik&sort=name",
    ]


def asked_by(query):
    """Return how often is asked to show a list with nothing kept in memory, and how often to show it once more."""
    content_version.forget()
    numbers = []
    for _time in range(2):
        with CaptureQueriesContext(connection) as asked:
            assert find(query).page.object_list
        # Without the look at the content version, which is due once a second.
        numbers.append(len([one for one in asked if "content_version" not in one["sql"]]))
    return numbers


@pytest.mark.parametrize(
    "query", ["", "situation=so", "situation=so&availability=unknown", "situation=so&cost=free&q=Angebot&sort=name"]
)
def test_questions_to_the_database_do_not_grow_with_the_rows(query):
    situation, asked = LifeSituationFactory(notation="so"), []
    for number in (1, ProgramFinder.per_page + 5):
        for program in [ProgramFactory(life_situations=[situation]) for _one in range(number)]:
            program.cost_options.set([CostOption(amount=0)])
            program.save()
        searchable()
        asked.append(asked_by(query))
    assert asked[0] == asked[1]
    assert asked[0][0] <= 12
    assert asked[0][1] <= 6


# What is kept in memory -------------------------------------------------------------------------------------------


def test_a_list_is_counted_and_turned_without_asking(django_assert_num_queries):
    keys = sorted(ProgramFactory(name_de=f"A{number:02}").pk for number in range(ProgramFinder.per_page + 5))
    find("sort=name")
    with django_assert_num_queries(0):
        first, last, beyond = (find(f"sort=name&page={number}").summary for number in (1, 2, 99))
    assert [*first.keys, *last.keys] == keys
    assert beyond.keys == last.keys
    assert {first.total, last.total, beyond.total} == {len(keys)}


def test_what_expires_by_the_clock_leaves_the_list_at_that_moment():
    end = dt.datetime(2026, 10, 5, 12, tzinfo=BERLIN)
    with time_machine.travel(end - dt.timedelta(seconds=1), tick=False) as clock:
        ProgramFactory(name_de="A", expire_at=end)
        ProgramFactory(name_de="B", expire_at=end + dt.timedelta(days=1))
        assert (find().count, names(find())) == (2, ["A", "B"])
        clock.shift(1)
        assert (find().count, names(find())) == (1, ["B"])


@pytest.mark.parametrize("language", ["de", "en"])
def test_lists_in_memory_are_in_the_order_that_the_database_gives(language):
    day = today()
    for number, (opens, closes) in enumerate([(None, 3), (None, 1), (5, 9), (2, 9), (-9, -5), (None, None), (-1, 40)]):
        period = {"opens_on": opens and day + dt.timedelta(opens), "closes_on": closes and day + dt.timedelta(closes)}
        ProgramFactory(name_de=f"A{9 - number}", name_en=f"B{number}", periods=[period])
    ProgramFactory(name_de="Ä", status="paused")
    with override(language):
        for sort in ("deadline", "name"):
            assert find(f"sort={sort}").summary.keys == [one.pk for one in in_order(programs(), sort)]


def test_a_passing_midnight_moves_a_programme_from_one_count_to_the_next():
    ProgramFactory(periods=[{"closes_on": dt.date(2026, 10, 25)}])
    with time_machine.travel("2026-10-25T23:59:59+01:00", tick=False):
        assert counts(find(), "availability") == {"closing-soon": 1}
    with time_machine.travel("2026-10-26T00:00:00+01:00", tick=False):
        assert counts(find(), "availability") == {"closed": 1}
