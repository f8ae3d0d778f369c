"""The pages that need no database, in both languages, for outages and for requests that are refused."""

import pytest
from bs4 import BeautifulSoup

from portal.chrome.standalone import TEXTS, standalone_answer, warm_up

HEADINGS = {"de": "Diese Seite lässt sich gerade nicht zeigen", "en": "This page cannot be shown right now"}


def page_of(status, language):
    return BeautifulSoup(standalone_answer(status, language).content, "html5lib")


@pytest.mark.parametrize("status", [500, 503])
@pytest.mark.parametrize(("language", "other"), [("de", "en"), ("en", "de")])
def test_it_speaks_the_reader_s_language_first_and_then_the_other(status, language, other):
    page = page_of(status, language)
    assert page.html["lang"] == language
    assert [heading.get_text() for heading in page.find_all("h1")] == [HEADINGS[language]]
    second = page.find("h2")
    assert second.get_text() == HEADINGS[other]
    assert second.find_parent(attrs={"lang": True})["lang"] == other


@pytest.mark.parametrize("status", TEXTS)
def test_it_leads_to_both_home_pages_and_gives_a_telephone_number(status, settings):
    page = page_of(status, "de")
    assert {"/de/", "/en/"} <= {link["href"] for link in page.main.find_all("a")}
    assert page.main.get_text().count(settings.TELEPHONE) == 2


@pytest.mark.parametrize("status", TEXTS)
def test_no_cache_keeps_it(status):
    assert standalone_answer(status, "de")["Cache-Control"] == "no-store"


def test_it_says_when_to_come_back():
    assert int(standalone_answer(503, "en")["Retry-After"]) > 0
    assert "Retry-After" not in standalone_answer(404, "en")


def test_without_the_database_it_still_names_imprint_and_accessibility(demo_content, django_assert_num_queries):
    warm_up()
    with django_assert_num_queries(0):
        page = page_of(503, "de")
    titles = {link.get_text() for link in page.main.find_all("a")}
    assert {"Impressum", "Imprint", "Erklärung zur Barrierefreiheit", "Accessibility statement"} <= titles
