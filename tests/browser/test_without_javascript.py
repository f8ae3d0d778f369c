"""Everything works without JavaScript: search, filters, sorting, pagination, switching language."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE
from tests.chromium import follow

pytestmark = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])


@pytest.fixture
def plain(visitor, size):
    return visitor(java_script_enabled=False, viewport=size)


@pytest.fixture
def filters(plain, size):
    """Return a function that shows the filters (behind a button on a phone) and returns their locator."""

    def open_filters():
        if size is PHONE:
            plain.locator("button[popovertarget=facets]").first.click()
        return plain.locator("#facets")

    return open_filters


def test_from_the_home_page_to_the_way_of_applying(plain):
    plain.goto("/de/")
    follow(plain.get_by_role("link", name="Angebote finden"))
    follow(plain.locator(".offer a").first)
    expect(plain.locator("h1")).to_have_count(1)
    expect(plain.locator(".facts")).to_be_visible()


def test_filter_take_one_back_and_take_all_back(plain, filters):
    plain.goto("/de/angebote/")
    everything = plain.locator("h1").inner_text()
    panel = filters()
    panel.locator("input[value=children]").check()
    panel.locator("input[value=childcare]").check()
    follow(panel.locator("form button[type=submit]"))
    expect(plain).to_have_url(re.compile(r"/\?situation=children&kind=childcare#results$"))
    expect(plain.locator(".chip")).to_have_count(2)
    expect(plain.locator("h1")).not_to_have_text(everything)
    follow(plain.locator(".chip").first)
    expect(plain).to_have_url(re.compile(r"/\?kind=childcare$"))
    follow(plain.locator(".chips__clear"))
    expect(plain.locator("h1")).to_have_text(everything)


@pytest.mark.parametrize("facet", ["place", "unit"])
def test_a_folded_filter_gives_what_its_count_says(plain, filters, facet):
    plain.goto("/en/programmes/")
    group = filters().locator("details").filter(has=plain.locator(f"input[name={facet}]"))
    group.locator("summary").click()
    choice = group.locator(".choice").first
    count = choice.locator(".number").inner_text().split()[0]
    choice.locator("input").check()
    follow(plain.locator("#filters button[type=submit]"))
    expect(plain).to_have_url(re.compile(rf"/\?{facet}=[^&]+#results$"))
    expect(plain.locator("h1")).to_have_text(re.compile(rf"\s*{count} programmes? match(es)? your selection\s*"))
    expect(plain.locator(".chip")).to_have_count(1)


def test_seek_a_word_and_narrow_what_it_finds(plain, filters):
    plain.goto("/de/angebote/")
    panel = filters()
    panel.locator("#text").fill("Mentoring")
    follow(panel.locator("form button[type=submit]"))
    expect(plain).to_have_url(re.compile(r"/\?q=Mentoring#results$"))
    expect(plain.locator(".offer__name mark").first).to_be_visible()
    panel = filters()
    panel.locator("input[name=kind][value=mentoring]").check()
    follow(panel.locator("form button[type=submit]"))
    expect(plain).to_have_url(re.compile(r"/\?q=Mentoring&kind=mentoring#results$"))
    expect(plain.locator(".chip")).to_have_count(2)


def test_sort_keeps_the_filter(plain):
    plain.goto("/en/programmes/?situation=children")
    plain.locator("#sort").select_option("name")
    follow(plain.locator(".sort button"))
    expect(plain).to_have_url(re.compile(r"/\?situation=children&sort=name#results$"))
    names = plain.locator(".offer__name a").all_inner_texts()
    assert names == sorted(names, key=str.casefold)
    assert len(names) > 2


def test_turn_the_page(plain):
    plain.goto("/de/angebote/")
    first = plain.locator(".offer__name a").all_inner_texts()
    follow(plain.locator("a[rel=next]"))
    expect(plain).to_have_url(re.compile("page=2"))
    assert set(plain.locator(".offer__name a").all_inner_texts()).isdisjoint(first)


def test_change_the_language_and_keep_the_filter(plain):
    plain.goto("/de/angebote/?situation=children")
    follow(plain.locator("a[hreflang=en]"))
    expect(plain).to_have_url(re.compile(r"/en/programmes/\?situation=children$"))
    expect(plain.locator("[type=checkbox][value=children]")).to_be_checked()


def test_the_menu_leads_everywhere(plain, size):
    plain.goto("/de/")
    if size is PHONE:
        plain.locator("button[popovertarget=menu]").first.click()
    entries = plain.locator("#menu a")
    assert entries.count() >= 3
    for number in range(entries.count()):
        expect(entries.nth(number)).to_be_visible()
    follow(entries.first)
    assert plain.url.rstrip("/").count("/") > 3


def test_a_search_that_finds_nothing_leads_on(plain):
    plain.goto("/en/programmes/?situation=lgbtiq&kind=language")
    follow(plain.locator("main .prose a").first)
    expect(plain.locator(".offer").first).to_be_visible()
