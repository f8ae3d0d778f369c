"""What the list page tells readers and search engines."""

import pytest

from tests.factories import LifeSituationFactory, ProgramFactory
from tests.programs.finder.asking import PATH, find

pytestmark = pytest.mark.django_db


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


def test_an_address_that_is_too_long_to_lead_to_is_answered_as_it_is(client, site):
    response = client.get(f"{PATH}?q=&unit={'x' * 17_000}")
    assert response.status_code == 200
    assert response.content.decode().count('class="notice"') == 1


def test_the_language_switch_keeps_filters_text_and_order(client, site):
    body = client.get(f"{PATH}?situation=children&q=Kita&sort=name").content.decode()
    assert "?situation=children&amp;q=Kita&amp;sort=name" in body.split('hreflang="en"')[0]


def test_sorting_keeps_what_is_sought(texts):
    assert find("q=Panik&kind=mentoring").hidden_fields == [("kind", "mentoring"), ("q", "Panik")]


def test_chips_take_one_thing_back_each(texts):
    urls = [chip.remove_url for chip in find("kind=mentoring&kind=networking&q=Panik&sort=name&page=2").chips]
    assert urls == [
        f"{PATH}?kind=mentoring&kind=networking&sort=name",
        f"{PATH}?kind=networking&q=Panik&sort=name",
        f"{PATH}?kind=mentoring&q=Panik&sort=name",
    ]
