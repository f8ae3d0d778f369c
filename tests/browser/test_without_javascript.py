"""Nothing needs JavaScript: find, filter, sort, turn the page, take it all back, change the language."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE

pytestmark = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])


@pytest.fixture
def plain(visitor, size):
    return visitor(java_script_enabled=False, viewport=size)


@pytest.fixture
def filters(plain, size):
    """Return a function that brings the filters into view, which on a phone lie behind a button."""

    def shown():
        if size is PHONE:
            plain.locator("button[popovertarget=facets]").first.click()
        return plain.locator("#facets")

    return shown


def test_from_the_home_page_to_the_way_of_applying(plain):
    plain.goto("/de/")
    plain.get_by_role("link", name="Angebote finden").click()
    plain.locator(".offer a").first.click()
    expect(plain.locator("h1")).to_have_count(1)
    expect(plain.locator(".facts")).to_be_visible()


def test_filter_take_one_back_and_take_all_back(plain, filters):
    plain.goto("/de/angebote/")
    everything = plain.locator("h1").inner_text()
    panel = filters()
    panel.locator("input[value=children]").check()
    panel.locator("input[value=childcare]").check()
    panel.locator("button[type=submit]").click()
    plain.wait_for_url("**/?situation=children&kind=childcare#results")
    assert plain.locator(".chip").count() == 2
    assert plain.locator("h1").inner_text() != everything
    plain.locator(".chip").first.click()
    plain.wait_for_url("**/?kind=childcare")
    plain.locator(".chips__clear").click()
    assert plain.locator("h1").inner_text() == everything


def test_sort_keeps_the_filter(plain):
    plain.goto("/en/programmes/?situation=children")
    plain.locator("#sort").select_option("name")
    plain.locator(".sort button").click()
    plain.wait_for_url("**/?situation=children&sort=name#results")
    names = plain.locator(".offer__name a").all_inner_texts()
    assert names == sorted(names, key=str.casefold)
    assert len(names) > 2


def test_turn_the_page(plain):
    plain.goto("/de/angebote/")
    first = plain.locator(".offer__name a").all_inner_texts()
    plain.locator("a[rel=next]").click()
    plain.wait_for_url("**page=2*")
    assert set(plain.locator(".offer__name a").all_inner_texts()).isdisjoint(first)


def test_change_the_language_and_keep_the_filter(plain):
    plain.goto("/de/angebote/?situation=children")
    plain.locator("a[hreflang=en]").click()
    plain.wait_for_url("**/en/programmes/?situation=children")
    expect(plain.locator("[type=checkbox][value=children]")).to_be_checked()


def test_the_menu_leads_everywhere(plain, size):
    plain.goto("/de/")
    if size is PHONE:
        plain.locator("button[popovertarget=menu]").first.click()
    entries = plain.locator("#menu a")
    assert entries.count() >= 3
    for number in range(entries.count()):
        expect(entries.nth(number)).to_be_visible()
    entries.first.click()
    assert plain.url.rstrip("/").count("/") > 3


def test_a_search_that_finds_nothing_leads_on(plain):
    plain.goto("/en/programmes/?situation=lgbtiq&kind=language")
    plain.locator("main .prose a").first.click()
    assert plain.locator(".offer").count() > 0
