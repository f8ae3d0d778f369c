"""Every page is valid for browsers, screen readers and search engines."""

import re
from collections import defaultdict
from itertools import pairwise

import html5lib
import pytest

LEFTOVERS = re.compile(r"\bNone\b(?! of\b)|\{\{|\{%|\bexample\.com\b|\bnan\b|&(?:amp|lt|gt|quot|#\d+);")
HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]


def test_the_walk_reaches_every_kind_of_page_in_both_languages(walk):
    for language, paths in {
        "de": ["/de/", "/de/angebote/", "/de/angebote/dimento/", "/de/lebenslagen/", "/de/impressum/", "/de/kontakt/"],
        "en": ["/en/", "/en/programmes/", "/en/programmes/dimento/", "/en/life-situations/", "/en/imprint/"],
    }.items():
        assert set(paths) <= set(walk.answers)
        assert sum(page.language == language for page in walk.pages) > 60


def test_every_address_answers(walk):
    failed = {a.address: (a.status, a.found_on) for a in walk.answers.values() if a.status not in (200, 301, 302)}
    assert failed == {}


def test_a_page_has_one_first_heading_and_the_others_follow_without_a_gap(walk):
    for page in walk.pages:
        levels = [int(heading.name[1]) for heading in page.soup.find_all(HEADINGS)]
        assert levels.count(1) == 1, page.address
        assert levels[0] == 1, page.address
        jumps = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        assert jumps == [], page.address


def test_headings_are_not_empty(walk):
    empty = {p.address for p in walk.pages for heading in p.soup.find_all(HEADINGS) if not heading.get_text(strip=True)}
    assert empty == set()


def test_the_language_of_a_page_is_that_of_its_path(walk):
    wrong = {
        page.address: page.soup.html.get("lang") for page in walk.pages if page.soup.html.get("lang") != page.language
    }
    assert wrong == {}
    assert {page.headers["Content-Language"] == page.language for page in walk.pages} == {True}


def test_a_page_is_valid_html(walk):
    for page in walk.pages:
        try:
            html5lib.HTMLParser(strict=True).parse(page.body)
        except html5lib.html5parser.ParseError as error:
            pytest.fail(f"{page.address}: {error}")


def test_a_title_names_its_page_and_no_other(walk):
    canonical = defaultdict(set)
    for page in walk.pages:
        title = " ".join(page.soup.title.get_text().split())
        name, _, rest = title.partition(" – ")
        assert name, page.address
        assert rest, page.address
        assert len(name) <= 120, page.address
        canonical[page.language, title].add(page.canonical)
    shared = {title: pages for title, pages in canonical.items() if len(pages) > 1}
    assert shared == {}


def test_what_search_engines_show_of_a_page_is_written_for_it(walk):
    by_text = defaultdict(set)
    for page in walk.pages:
        if not page.alternates or page.query:
            continue  # a page shown by fallback; descriptions never fall back
        description = page.soup.find("meta", attrs={"name": "description"})
        assert description, page.address
        assert 40 <= len(description["content"]) <= 300, page.address
        by_text[description["content"]].add(page.path)
    assert {text: paths for text, paths in by_text.items() if len(paths) > 1} == {}


def test_nothing_is_left_of_templates_and_empty_values(walk):
    leftovers = {page.address: match for page in walk.pages if (match := LEFTOVERS.search(page.soup.get_text(" ")))}
    assert leftovers == {}


def test_a_picture_says_what_it_shows(walk):
    pictures = [(page, picture) for page in walk.pages for picture in page.soup.find_all("img")]
    assert pictures
    for page, picture in pictures:
        assert picture.get("alt"), (page.address, picture)
        assert int(picture["width"]) * int(picture["height"]), (page.address, picture)
    for page in walk.pages:
        for drawing in page.soup.find_all("svg"):
            is_named_group = drawing.get("role") == "group" and drawing.get("aria-label")  # of links, as on a map
            assert is_named_group or drawing.get("aria-hidden") == "true", page.address
