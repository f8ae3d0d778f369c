"""Switching the language and back: the same page with the same filters."""

import pytest

from tests.site.walk import fetch

OTHER = {"de": "en", "en": "de"}


def switch(page):
    """Return (address, note) of the link to the other language in the header."""
    link = page.soup.select_one(f'.utility__language a[hreflang="{OTHER[page.language]}"]')
    note = link.find_next_sibling()
    return link["href"], note.get_text(strip=True) if note else ""


def test_every_page_has_one_labelled_in_the_language_that_it_leads_to(walk):
    for page in walk.pages:
        (link,) = page.soup.select(f'.utility__language a[hreflang="{OTHER[page.language]}"]')
        assert link["lang"] == link["hreflang"]
        assert link.get_text(strip=True) == {"de": "Deutsch", "en": "English"}[link["lang"]]
        (current,) = link.find_parent("nav").select("[aria-current]")
        assert current["lang"] == page.language


def test_there_and_back_again_ends_where_it_began(walk):
    for page in walk.pages:
        address, note = switch(page)
        assert address.startswith(f"/{OTHER[page.language]}/"), page.address
        if not note:
            assert switch(walk.answers[address])[0] == page.address


@pytest.mark.parametrize(
    ("address", "other"),
    [
        ("/de/angebote/?situation=children&kind=mentoring", "/en/programmes/?situation=children&kind=mentoring"),
        ("/en/programmes/?availability=ended&sort=name", "/de/angebote/?availability=ended&sort=name"),
        ("/de/angebote/?page=2", "/en/programmes/?page=2"),
        ("/de/angebote/?q=%C3%84rztin+%26+Kind", "/en/programmes/?q=%C3%84rztin+%26+Kind"),
        ("/de/?utm_source=post", "/en/?utm_source=post"),
        ("/de/angebote/dimento/?from=home", "/en/programmes/dimento/?from=home"),
        ("/de/lebenslagen/studieren-mit-kindern/", "/en/life-situations/studying-with-children/"),
    ],
)
def test_the_query_goes_along(demo_content, address, other):
    page = fetch(address)
    assert switch(page) == (other, "")
    assert switch(fetch(other)) == (address, "")


def test_a_page_in_german_only_leads_to_its_nearest_translated_ancestor_and_says_so(walk):
    page = walk.answers["/de/chancengerechtigkeit/hochschuldeutsch/"]
    address, note = switch(page)
    assert address == "/en/equal-opportunities/"
    assert note == "(diese Seite nur auf Deutsch)"


def test_without_a_translated_section_it_leads_home(demo_content):
    from wagtail.models import Page

    Page.objects.get(slug="equal-opportunities").unpublish()
    for address in ("/de/chancengerechtigkeit/", "/de/chancengerechtigkeit/hochschuldeutsch/"):
        assert switch(fetch(address)) == ("/en/", "(diese Seite nur auf Deutsch)")


def test_a_page_number_stays_only_where_it_exists(demo_content):
    """Both lists hold the same programmes, so their page numbers correspond."""
    address, _note = switch(fetch("/de/angebote/?page=2"))
    other = fetch(address)
    assert other.status == 200
    assert other.soup.select_one(".pager__place").get_text(strip=True) == "Page 2 of 2"
