"""Odd queries: each is answered, and whatever is not understood is quoted in a notice."""

import logging
from urllib.parse import urlencode

import pytest
from django.core.handlers.base import BaseHandler
from django.http import QueryDict
from django.test import RequestFactory
from django.utils.html import escape
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.core.addressing.parameters import not_known
from portal.finder.filters import MOST_VALUES, parse
from programs.catalogue.facets import SHAPE, vocabulary

KNOWN = {
    "situation": ["children", "caring", "international"],
    "kind": ["mentoring", "childcare"],
    "phase": ["main", "doctorate"],
    "language": ["de", "en", "gsg"],
    "mode": ["part-time"],
    "cost": ["free"],
    "availability": ["open", "closing-soon", "ended", "unknown"],
    "sort": ["relevance", *SHAPE.sorts],
    "page": ["1", "2", "999999"],
    "q": [
        "Kinder",
        "child care",
        "und oder",
        "(((",
        "' OR 1=1 --",
        "%",
        "\\",
        ":*",
        "<script>alert(1)</script>",
        "北京",
    ],
}
ODD = [
    "\x00",
    "\ud800",
    "a\x00b",
    "'; --",
    "9" * 50,
    "x" * 5000,
    "💩",
    "\u202e",
    "%s",
    "{{ 7*7 }}",
    "-1",
    "1.5",
    "nan",
    "٣",
]
names = st.sampled_from([*SHAPE.facets, "sort", "page", "q", "situation[]", "utm_source", ""])
values = st.text(max_size=30) | st.sampled_from(ODD)
pairs = names.flatmap(lambda name: st.tuples(st.just(name), values | st.sampled_from(KNOWN.get(name, [""]))))
queries = st.lists(pairs, max_size=6)


@pytest.fixture
def ask(demo_content, caplog):
    """Bypass Django's test client, whose copying of template contexts takes longer than the pages themselves."""
    handler = BaseHandler()
    handler.load_middleware()
    with caplog.at_level(logging.ERROR):
        yield lambda address: handler.get_response(RequestFactory().get(address))
    assert [record.getMessage()[:200] for record in caplog.records if record.levelno >= logging.ERROR] == []


@settings(database=None)
@given(queries, st.sampled_from(["/de/angebote/", "/en/programmes/"]))
def test_no_query_is_too_odd(ask, drawn, path):
    query = urlencode(drawn, errors="surrogatepass")
    response = ask(f"{path}?{query}")
    if response.status_code == 302:  # an empty text
        query = response["Location"].partition("?")[2]
        response = ask(response["Location"])
    assert response.status_code == 200
    body, finder = response.content.decode(), response.context_data["finder"]
    unknown, has_known = unknown_and_known(QueryDict(query))
    with override(path[1:3]):
        assert [pair for pair in unknown if escape(not_known(*pair)) not in body] == []
    assert_canonical(body, path, finder)
    assert not finder.is_not_understood or not has_known
    assert "<script>alert" not in body


def unknown_and_known(query):
    """Return the (name, value) pairs with unknown values, among those that are read, and whether any is known."""
    values_by_facet = vocabulary().values
    given_values = {facet: list(dict.fromkeys(filter(None, query.getlist(facet)))) for facet in SHAPE.facets}
    pairs = [(facet, value) for facet, values in given_values.items() for value in values[:MOST_VALUES]]
    unknown = [(facet, value) for facet, value in pairs if value not in values_by_facet[facet]]
    return unknown, len(unknown) < len(pairs)


def assert_canonical(body, path, finder):
    """Assert that the canonical address holds exactly the known values, and is its own canonical address."""
    query = finder.canonical_query
    assert f'<link rel="canonical" href="http://testserver{path}{escape(query)}">' in body
    reparsed = parse(QueryDict(query.removeprefix("?")), vocabulary().values, SHAPE)
    assert reparsed.notices == ()
    assert reparsed.chosen == finder.filter.chosen
    assert reparsed.query(with_page=True) == query


@pytest.mark.parametrize("path", ["/de/angebote/", "/en/programmes/"])
@pytest.mark.parametrize("text", ["quux " * 20_000, "a" * 20_000, "und oder die", "(((", '"', "%", "\\", ":*", "💩"])
def test_a_text_is_bounded_and_never_the_whole_list(ask, path, text):
    response = ask(f"{path}?{urlencode({'q': text})}")
    assert response.status_code == 200
    assert 'class="notice"' in response.content.decode()
    assert response.context_data["finder"].count == 0


def test_more_values_than_anybody_means_are_cut_and_said(ask):
    response = ask(f"/de/angebote/?{'&'.join(f'unit=v{number}' for number in range(300))}")
    assert response.status_code == 200
    assert response.content.decode().count('class="notice"') == MOST_VALUES + 1


def test_a_result_a_count_and_a_detail_agree(ask):
    """Every programme of every value of every facet has a page; nothing listed is hidden."""
    seen = set()
    first = ask("/de/angebote/").context_data["finder"]
    for facet in first.facets:
        for choice in facet.choices:
            finder = ask(f"/de/angebote/?{facet.name}={choice.value}").context_data["finder"]
            assert finder.count == choice.count
            seen |= {program.slug_de for program in finder.page}
    assert len(seen) >= first.count
    assert {slug: ask(f"/de/angebote/{slug}/").status_code for slug in seen} == dict.fromkeys(seen, 200)
