"""Odd queries: each is answered, and whatever is not understood is quoted in a notice."""

from urllib.parse import urlencode

from django.http import QueryDict
from django.test import Client
from django.utils.html import escape
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from partners.directory.bounding_boxes import box_values
from partners.directory.facets import SHAPE, vocabulary
from portal.core.addressing.parameters import not_known
from portal.finder.filters import MOST_VALUES, parse

KNOWN = {
    "country": ["FR", "TR", "AQ", "XK"],
    "continent": ["europe", "asia", "antarctica"],
    "subject": ["06", "061", "0613", "00"],
    "activity": ["study", "research"],
    "type": ["university", "network"],
    "inclusion": ["known", "not-asked"],
    "status": ["active", "dormant", "former"],
    "place": ["tr-istanbul", "de-bochum"],
    "bbox": ["-10,35,30,70", "170,-50,-170,0", "0,0,0,0", "-180,-90,180,90"],
    "sort": ["relevance", *SHAPE.sorts],
    "page": ["1", "2", "999999"],
    "q": ["Istanbul", "北京", "und oder", "(((", "' OR 1=1 --", "%", "<script>alert(1)</script>"],
}
ODD = ["\x00", "\ud800", "a\x00b", "'; --", "9" * 50, "x" * 5000, "💩", "\u202e", "%s", "{{ 7*7 }}", "-1", "nan", "٣"]
ODD += ["ZZZ", "fr", "none", "prospective", "1,2,3", "181,0,190,1", "0,50,10,40", "1e1,0,2,3", " 1,2,3,4", "1,2,3,4,5"]
names = st.sampled_from([*SHAPE.facets, "sort", "page", "q", "country[]", ""])
values = st.text(max_size=20) | st.sampled_from(ODD)
pairs = names.flatmap(lambda name: st.tuples(st.just(name), values | st.sampled_from(KNOWN.get(name, [""]))))
queries = st.lists(pairs, max_size=5)


@settings(database=None)
@given(queries, st.sampled_from(["/de/partnerschaften/", "/en/partnerships/"]))
def test_no_query_is_too_odd(demo_content, drawn, path):
    query = urlencode(drawn, errors="surrogatepass")
    response = Client().get(f"{path}?{query}")
    if response.status_code == 302:  # an empty text
        query = response["Location"].partition("?")[2]
        response = Client().get(response["Location"])
    assert response.status_code == 200
    body, finder = response.content.decode(), response.context_data["finder"]
    with override(path[1:3]):
        assert [pair for pair in unknown(QueryDict(query)) if escape(not_known(*pair)) not in body] == []
    assert f'<link rel="canonical" href="http://testserver{path}{escape(finder.canonical_query)}">' in body
    assert_its_own(finder)
    assert finder.map.count == finder.count
    assert "<script>alert" not in body


def known_values(query):
    return vocabulary(box_values(query.getlist("bbox"))).values


def unknown(query) -> list[tuple[str, str]]:
    """Return the (name, value) pairs with unknown values, among those that are read."""
    values_by_facet = known_values(query)
    given_values = {facet: list(dict.fromkeys(filter(None, query.getlist(facet)))) for facet in SHAPE.facets}
    return [
        (facet, value)
        for facet, facet_values in given_values.items()
        for value in facet_values[:MOST_VALUES]
        if value not in values_by_facet[facet]
    ]


def assert_its_own(finder):
    """Assert that the canonical address holds exactly the known values, and is its own canonical address."""
    query = QueryDict(finder.canonical_query.removeprefix("?"))
    reparsed = parse(query, known_values(query), SHAPE)
    assert (reparsed.notices, reparsed.chosen) == ((), finder.filter.chosen)
    assert reparsed.query(with_page=True) == finder.canonical_query


def test_whoever_is_listed_has_a_page_and_every_country_too(demo_content):
    seen = {}
    for status in ("active", "dormant", "former"):
        finder = Client().get(f"/de/partnerschaften/?status={status}").context_data["finder"]
        for number in range(1, finder.page.paginator.num_pages + 1):
            answer = Client().get(f"/de/partnerschaften/?status={status}&page={number}")
            seen |= {institution.slug_de: institution.country for institution in answer.context_data["finder"].page}
    assert len(seen) > 80
    client = Client()
    assert {slug: client.get(f"/de/partnerschaften/{slug}/").status_code for slug in seen} == dict.fromkeys(seen, 200)
    for code in set(seen.values()):
        assert client.get(f"/de/partnerschaften/land/{code}/", follow=True).status_code == 200
