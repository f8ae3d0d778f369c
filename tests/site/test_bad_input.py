"""Any address gets a page with a notice, 404 or 400; never 500, and no entry in the error log."""

import logging

import pytest
from django.test import Client

from tests.site.walk import ROOT

LISTS = {"/de/angebote/": "„", "/en/programmes/": "“"}  # with the opening quotation mark of its notices
NOT_UNDERSTOOD = {
    "unknown situation": "situation=nobody",
    "unknown kind": "kind=nothing",
    "unknown availability": "availability=perhaps",
    "unknown order": "sort=colour",
    "no number": "page=abc",
    "negative": "page=-1",
    "zero": "page=0",
    "far too large": "page=" + "9" * 40,
    "fraction": "page=1.5",
    "NUL": "situation=%00",
    "NUL within": "kind=chil%00dcare",
    "5,000 characters": "situation=" + "x" * 5000,
    "lone surrogate": "situation=%ED%A0%80",
    "no UTF-8": "kind=%FF%FE%80",
    "half a percent sign": "kind=%2",
    "right to left": "kind=%E2%80%AE%E2%80%AE",
    "SQL": "situation=%27%3B+DROP+TABLE+programs_program%3B--",
    "markup": "situation=%3Cscript%3Ealert(1)%3C/script%3E",
    "template": "situation=%7B%7B+settings.SECRET_KEY+%7D%7D",
    "one among good ones": "situation=children&situation=nobody",
    "300 values": "&".join(f"situation=v{number}" for number in range(300)),
}
NOBODYS_BUSINESS = {
    "array": "situation[]=children",
    "object": "situation[a][b]=children",
    "advertising": "utm_source=x&fbclid=y",
    "no name": "=&&=x&;",
    "empty": "situation=&kind=&page=&sort=",
    "only signs": "???&&&===",
}
PATHS = [
    "/de/%00",
    "/de/angebote/%00/",
    "/de/angebote/dim%00ento/",
    "/%00",
    "/de/..%2f..%2fetc/passwd",
    "/de/angebote/..%2f/",
    "/..%2f/",
    "/de/%ED%A0%80/",
    "/de/angebote/%FF%FE/",
    "/de/angebote/" + "x" * 5000 + "/",
    "/de/" + "a/" * 500,
    "/de/angebote/%F0%9F%92%A9/",
    "/de/angebote//dimento/",
    "/de/angebote/dimento/mehr/",
    "/de/angebote/<script>/",
    "/en/programmes/%27%20OR%201=1/",
    "/media/..%2f..%2fmanage.py",
    "/static/..%2f..%2fmanage.py",
    "/documents/0/x",
    "/de/?%00=%00",
]


def cases(table):
    return pytest.mark.parametrize("query", table.values(), ids=table.keys())


@pytest.fixture
def ask(demo_content, caplog):
    """Return a function that requests an address without raising; fail if anything was logged as an error."""
    with caplog.at_level(logging.ERROR):
        yield Client(raise_request_exception=False).get
    assert [record.getMessage()[:200] for record in caplog.records if record.levelno >= logging.ERROR] == []


@pytest.mark.parametrize("path", LISTS)
@cases(NOT_UNDERSTOOD)
def test_a_value_that_is_not_known_is_left_out_and_said(ask, path, query):
    response = ask(f"{path}?{query}")
    html = response.content.decode()
    assert response.status_code == 200
    assert 'class="notice"' in html
    assert LISTS[path] in html
    assert "\x00" not in html
    assert "<script" not in html
    known_query = "?situation=children" if "children" in query else ""
    assert f'<link rel="canonical" href="{ROOT}{path}{known_query}">' in html


@pytest.mark.parametrize("path", LISTS)
@cases(NOBODYS_BUSINESS)
def test_what_is_no_parameter_of_ours_is_not_spoken_of(ask, path, query):
    response = ask(f"{path}?{query}")
    html = response.content.decode()
    assert response.status_code == 200
    assert 'class="notice"' not in html
    assert f'<link rel="canonical" href="{ROOT}{path}">' in html


def test_a_page_beyond_the_last_one_shows_the_last_one_and_says_so(ask):
    html = ask("/en/programmes/?page=999").content.decode()
    assert "There is no page 999. This is the last one." in html
    assert f'<link rel="canonical" href="{ROOT}/en/programmes/?page=2">' in html


@pytest.mark.parametrize("path", PATHS)
def test_an_odd_path_is_not_found_or_a_bad_request(ask, path):
    assert ask(path).status_code in ({200} if "?" in path else {400, 404})


@pytest.mark.parametrize("query", ["situation=%00", "x=" + "y" * 5000, "page=%ED%A0%80"])
@pytest.mark.parametrize("path", ["/", "/de/", "/de/angebote/dimento/", "/en/imprint/", "/sitemap.xml", "/robots.txt"])
def test_a_page_without_parameters_does_not_mind_any(ask, path, query):
    assert ask(f"{path}?{query}").status_code in {200, 302}


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options", "trace"])
def test_other_methods_change_nothing_and_break_nothing(demo_content, method):
    response = getattr(Client(raise_request_exception=False), method)("/de/angebote/")
    assert response.status_code in {200, 403, 405}


@pytest.mark.parametrize("header", ["", "*", "xx", "de;q=abc", "\x00", "ü" * 50, "a-" * 2000, "en;q=0,de;q=0"])
def test_an_odd_language_wish_is_met_with_german(ask, header):
    assert ask("/", headers={"accept-language": header})["Location"] == "/de/"
