"""The results of each filter, and its counts."""

import pytest
from django.utils.translation import override

from partners.directory.facets import LINK_ONLY
from partners.geography import continents, countries
from partners.models import Stage
from portal.core import content_version
from tests.factories import UnitFactory
from tests.finder.lists import assert_counts_are_what_ticking_gives, counts, names
from tests.partners.directory.asking import PATH, find, signed
from tests.partners.directory.partners import save_assorted

pytestmark = [pytest.mark.django_db, pytest.mark.saved_once(by=save_assorted)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "ABCD"),
        ("country=FR", "AD"),
        ("country=FR&country=JP", "ABD"),
        ("continent=europe", "AD"),
        ("continent=oceania&continent=asia", "BC"),
        ("type=company", "B"),
        ("subject=06", "A"),
        ("subject=061", "A"),
        ("subject=0613", "A"),
        ("subject=0611", ""),
        ("subject=06&subject=08", "AB"),
        ("activity=study", "A"),  # activities of ended agreements do not count
        ("activity=research", "AB"),
        ("inclusion=known", "A"),  # "no" is an answer
        ("inclusion=not-asked", "BCD"),
        ("status=active", "ABC"),
        ("status=dormant", "D"),
        ("status=former", "E"),
        ("status=former&country=FR&status=active", "AE"),
        ("place=fr-lyon", "A"),
        ("bbox=4,45,5,46", "A"),
        ("bbox=170,-30,-170,0", "C"),  # across the date line
        ("bbox=-180,-90,180,90", "AC"),  # not those without coordinates
        ("bbox=4,45,5,46&bbox=170,-30,180,0", "AC"),
        ("country=JP&activity=study", ""),
    ],
)
def test_every_facet_narrows(assorted, query, expected):
    finder = find(query)
    assert names(finder) == list(expected)
    assert (finder.count, finder.notices) == (len(expected), [])
    assert [row.pk for row in finder.everybody] == [assorted[name].pk for name in expected]


def test_each_count_is_what_ticking_gives(assorted):
    for chosen in ("", "country=FR", "activity=research&continent=europe", "status=former", "bbox=-180,-90,180,90"):
        assert_counts_are_what_ticking_gives(find, chosen)


def test_the_unit_is_the_own_one_or_a_further_one(assorted):
    physics, arts = UnitFactory(name_de="Physik"), UnitFactory(name_de="Kunst")
    signed(assorted["B"], unit=physics, further=[arts])
    content_version.forget()
    assert names(find(f"unit={arts.public_id}")) == names(find(f"unit={physics.public_id}")) == ["B"]


def test_a_unit_of_what_is_not_public_is_not_told(assorted):
    secret = UnitFactory(name_de="Geheim")
    signed(assorted["A"], unit=secret, stage=Stage.NEGOTIATION, codes=["0611"])
    finder = find(f"unit={secret.public_id}")
    assert finder.is_not_understood
    assert "0611" not in counts(finder, "subject")


def test_only_values_that_somebody_has_are_offered_and_those_that_are_chosen(assorted):
    finder = find("country=AQ")
    offered = {facet.name: {choice.value for choice in facet.choices} for facet in finder.facets}
    assert offered["country"] == {"FR", "JP", "FJ", "AQ"}
    assert offered["subject"] == {"06", "0613", "08", "0811"}
    assert not offered.keys() & set(LINK_ONLY)
    assert finder.count == 0
    assert [str(way.label) for way in finder.no_results.removable_filters] == ["Land: Antarktis"]


def test_places_come_from_links_and_can_be_taken_back(assorted):
    with override("en"):
        finder = find("place=fr-lyon&bbox=4,45,5,46")
        assert [str(chip.label) for chip in finder.chips] == ["Lyon, France", "Part of the map: 4 / 45 / 5 / 46"]
    assert finder.chips[0].remove_url == f"{PATH}?bbox=4%2C45%2C5%2C46"


@pytest.mark.parametrize(
    ("sort", "order"), [("name", "ABCD"), ("country", "CADB"), ("newest", "BACD"), ("relevance", "ABCD")]
)
def test_orders(assorted, sort, order):
    """By country: Fiji, France, Japan; newest: partners without a current agreement come last, by name."""
    assert names(find(f"sort={sort}")) == list(order)


def test_former_partners_stand_apart(assorted):
    assert (find().former_count, find().former_url) == (1, f"{PATH}?status=former")
    assert find("status=former").is_former_list
    assert find("status=former").former_url == ""


def test_how_many_countries(assorted):
    queries = ("", "country=FR", "activity=research", "country=AQ")
    assert [find(query).country_count for query in queries] == [3, 1, 2, 0]


def test_every_country_lies_on_one_continent():
    country_codes = [code for codes in continents.codes().values() for code in codes]
    assert sorted(country_codes) == sorted(countries.names("de"))
