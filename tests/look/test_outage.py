"""The error pages of last resort, in both languages: they need neither database nor context."""

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.utils.translation import override

HEADINGS = {"de": "Diese Seite lässt sich gerade nicht zeigen", "en": "This page cannot be shown right now"}


@pytest.mark.parametrize("template", ["500.html", "503.html"])
@pytest.mark.parametrize(("language", "other"), [("de", "en"), ("en", "de")])
def test_it_speaks_the_reader_s_language_first_and_then_the_other(template, language, other):
    with override(language):
        page = BeautifulSoup(render_to_string(template), "html5lib")
    assert page.html["lang"] == language
    assert [heading.get_text() for heading in page.find_all("h1")] == [HEADINGS[language]]
    second = page.find("h2")
    assert second.get_text() == HEADINGS[other]
    assert second.find_parent(attrs={"lang": True})["lang"] == other


@pytest.mark.parametrize("template", ["500.html", "503.html"])
def test_it_leads_to_both_home_pages(template):
    with override("de"):
        page = BeautifulSoup(render_to_string(template), "html5lib")
    assert {"/de/", "/en/"} <= {link["href"] for link in page.main.find_all("a")}
