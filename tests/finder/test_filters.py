import pytest
from django.http import QueryDict

from portal.finder.filters import MOST_VALUES, Shape, parse
from portal.search.query import LONGEST

SHAPE = Shape(facets=("situation", "kind", "availability", "unit", "cost"), sorts=("deadline", "name"))
KNOWN = {
    **dict.fromkeys(SHAPE.facets, frozenset()),
    "situation": {"children", "caring"},
    "kind": {"mentoring"},
    "availability": {"open", "ended"},
}


def parsed(query):
    return parse(QueryDict(query), KNOWN, SHAPE)


def test_known_values_are_taken_once_each_in_their_order():
    filters = parsed("situation=caring&situation=children&situation=caring&kind=mentoring&sort=name&page=3")
    assert {facet: values for facet, values in filters.chosen.items() if values} == {
        "situation": ("caring", "children"),
        "kind": ("mentoring",),
    }
    assert (filters.sort, filters.page, filters.notices) == ("name", 3, ())


@pytest.mark.parametrize(
    "query",
    [
        "situation=nobody",
        "kind=%00",
        "kind=" + "x" * 5000,
        "situation=%ED%A0%80",
        "availability=perhaps",
        "sort=colour",
        "sort=relevance",  # meaningless without a search text
        "q=%00",
        "unit=%27%3B--",
        "cost=1",
        "page=abc",
        "page=-1",
        "page=0",
        "page=9999999999999999999999",
        "page=%D9%A3",  # a digit, but an Arabic one
    ],
)
def test_what_is_not_understood_is_left_out_and_said(query):
    filters = parsed(query)
    assert len(filters.notices) == 1
    assert len(filters.notices[0]) < 200
    assert filters.query(with_page=True) == ""


def test_no_more_values_are_read_than_a_reader_could_mean():
    filters = parsed("&".join(f"situation=v{number}" for number in range(300)))
    assert len(filters.notices) == MOST_VALUES + 1


def test_foreign_parameters_are_nobodys_business():
    assert parsed("utm_source=post&fbclid=1").notices == ()


def test_the_canonical_query_has_known_values_in_one_order():
    filters = parsed("page=2&kind=mentoring&kind=spam&situation=children&availability=ended")
    assert filters.query(with_page=True) == "?situation=children&kind=mentoring&availability=ended&page=2"
    assert filters.dropping("kind", "mentoring").query(with_page=True) == "?situation=children&availability=ended"


def test_a_text_stands_on_one_line_and_is_cut_where_nobody_would_type_on():
    assert parsed("q=+Hilfe%0A+f%C3%BCr%00Eltern+").text == "Hilfe für Eltern"
    filters = parsed("q=" + "wort+" * 1000)
    assert len(filters.text) <= LONGEST
    assert len(filters.notices) == 1


def test_a_text_brings_an_order_of_its_own():
    assert parsed("q=kind").sort == "relevance"
    assert parsed("q=kind&sort=deadline").query() == "?q=kind&sort=deadline"
    assert parsed("q=kind").dropping_text().query() == ""
    assert parsed("q=kind&sort=name").dropping_text().query() == "?sort=name"


@pytest.mark.parametrize(
    ("query", "is_lost"),
    [
        ("", False),
        ("situation=nobody", True),
        ("situation=nobody&kind=nothing", True),
        ("q=%00", True),
        ("situation=nobody&situation=children", False),
        ("situation=nobody&kind=mentoring", False),
        ("situation=nobody&q=text", False),
        ("sort=colour", False),
    ],
)
def test_a_list_is_lost_where_nothing_of_what_was_asked_is_understood(query, is_lost):
    assert parsed(query).is_not_understood is is_lost
