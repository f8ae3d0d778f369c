"""Ten facets: the results of each, and its counts."""

import pytest
from django.utils.translation import override

from programs.catalogue import facets
from programs.models import LifeSituation, Place, Program
from tests.factories import ProgramFactory
from tests.finder.lists import assert_counts_are_what_ticking_gives, counts, names
from tests.programs.finder.asking import PATH, find

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("situation=children", "A"),
        ("kind=mentoring", "A"),
        ("kind=counselling", "AB"),  # the main kind of both
        ("phase=main", "A"),
        ("language=tr", "A"),
        ("language=tr&language=en", "AB"),
        ("teaching=de", "B"),
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
def test_every_facet_narrows(assorted, query, expected):
    finder = find(f"{query}&sort=name")
    assert names(finder) == list(expected)
    assert finder.count == len(expected)


def test_a_unit_is_sought_by_its_identifier(assorted):
    first, second = assorted
    assert names(find(f"unit={first.responsible_unit.public_id}")) == ["A"]
    assert counts(find(), "unit") == {first.responsible_unit.public_id: 1, second.responsible_unit.public_id: 1}


def test_each_count_is_what_ticking_gives(assorted):
    for chosen in ("", "language=tr", "kind=mentoring&cost=free", "availability=closing-soon"):
        assert_counts_are_what_ticking_gives(find, chosen)


def test_a_value_without_programmes_stays_and_cannot_be_ticked_unless_it_is(assorted):
    boxes = {choice.value: choice for facet in find("mode=block").facets for choice in facet.choices}
    assert (boxes["full-time"].count, boxes["full-time"].is_disabled) == (0, True)
    assert (boxes["block"].count, boxes["block"].is_checked, boxes["block"].is_disabled) == (0, True, False)


def test_less_used_facets_are_folded(assorted):
    folded = {facet.name for facet in find().facets if facet.is_folded}
    assert folded == set(facets.SHAPE.facets) - {"situation", "kind"}
    language = next(facet for facet in find("language=tr&language=en").facets if facet.name == "language")
    assert [choice.value for choice in language.chosen] == ["en", "tr"]


def test_of_an_open_facet_the_most_used_values_are_seen_and_the_chosen_ones(assorted):
    situation = next(facet for facet in find("situation=returning").facets if facet.name == "situation")
    shown = [choice.value for choice in situation.shown]
    assert len(shown) == 6
    assert {"children", "caring", "returning"} <= set(shown)
    assert sorted(shown + [choice.value for choice in situation.rest]) == sorted(c.value for c in situation.choices)


def test_only_languages_in_which_there_is_something_are_offered(assorted):
    assert {"de", "tr", "en"} == set(counts(find(), "language"))
    assert counts(find(), "teaching") == {"de": 1}
    assert "pl" in {choice.value for facet in find("language=pl").facets for choice in facet.choices}


def test_what_applies_in_most_ways_comes_first(assorted):
    both = ProgramFactory(name_de="Z", periods=[{"kind": "rolling"}])
    both.life_situations.set(LifeSituation.objects.filter(notation__in=["children", "caring"]))
    both.save()
    finder = find("situation=children&situation=caring")
    assert next((sort.value, sort.is_current) for sort in finder.sorts) == ("matches", True)
    assert names(finder) == ["Z", "B", "A"]
    assert names(find("situation=children&situation=caring&sort=deadline")) == ["B", "A", "Z"]
    assert names(find("situation=children")) == ["A", "Z"]
    drop = next(chip for chip in finder.chips if "children" not in chip.remove_url)
    assert "sort" not in drop.remove_url


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
