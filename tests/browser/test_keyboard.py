"""Everything works by keyboard alone, in reading order, with the focus always visible."""

import pytest
from playwright.sync_api import expect

# The index of the focused element among all elements; it increases if the focus order follows the source.
PLACE = "() => [...document.querySelectorAll('*')].indexOf(document.activeElement)"
REACHABLE = """() => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary")]
  .filter(element => element.checkVisibility({visibilityProperty: true}))
  .filter(element => !element.disabled && element.tabIndex >= 0).length"""
RING = """() => {
  const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
  return {
    name: element.className || element.tagName,
    ring: style.outlineStyle !== "none" ? parseFloat(style.outlineWidth) : 0,
    inSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


def press(page, key, *, until, most=80):
    """Press a key until the focused element matches `until`; fail after `most` attempts."""
    for _time in range(most):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", until):
            return
    pytest.fail(f"{key} never leads to {until}")


@pytest.mark.parametrize("path", ["/de/", "/en/programmes/", "/de/angebote/dimento/", "/de/nichts/"])
def test_the_first_stop_leads_past_the_header(desk, path):
    desk.goto(path)
    desk.keyboard.press("Tab")
    link = desk.locator(".skip-link").first
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    desk.keyboard.press("Enter")
    expect(desk.locator("main")).to_be_focused()
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize(
    "path", ["/de/", "/en/programmes/?situation=children", "/de/angebote/dimento/", "/de/kontakt/"]
)
@pytest.mark.parametrize("screen", ["phone", "desk"])
def test_stops_follow_the_source_and_each_is_seen(request, screen, path):
    page = request.getfixturevalue(screen)
    page.goto(path)
    places = []
    for _stop in range(page.evaluate(REACHABLE)):
        page.keyboard.press("Tab")
        places.append(page.evaluate(PLACE))
        seen = page.evaluate(RING)
        assert seen["ring"] >= 2, seen
        assert seen["inSight"], seen
    assert places == sorted(set(places))


@pytest.mark.parametrize("opener", ["menu", "facets"])
def test_a_panel_opens_by_enter_and_closes_by_escape_with_the_focus_back(phone, opener):
    phone.goto("/de/angebote/")
    panel = phone.locator(f"#{opener}")
    press(phone, "Tab", until=f"button[popovertarget={opener}]")
    expect(panel).to_be_hidden()
    phone.keyboard.press("Enter")
    expect(panel).to_be_visible()
    phone.keyboard.press("Tab")
    assert phone.evaluate("id => document.getElementById(id).contains(document.activeElement)", opener)
    phone.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(phone.locator(f"button[popovertarget={opener}]").first).to_be_focused()


def test_tick_apply_and_arrive_at_the_results(desk):
    desk.goto("/de/angebote/")
    press(desk, "Tab", until="input[name=situation][value=children]")
    desk.keyboard.press("Space")
    press(desk, "Tab", until="#facets button[type=submit]")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/?situation=children#results")
    expect(desk.locator("#results")).to_be_focused()
    expect(desk.locator("[type=checkbox][value=children]")).to_be_checked()


def test_type_a_word_and_arrive_at_the_results(desk):
    desk.goto("/de/angebote/")
    press(desk, "Tab", until="#text")
    desk.keyboard.type("Mentoring")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/?q=Mentoring#results")
    expect(desk.locator("#results")).to_be_focused()
    expect(desk.locator("#text")).to_have_value("Mentoring")


@pytest.mark.parametrize("facet", ["place", "unit"])
def test_a_folded_filter_is_opened_and_ticked(desk, facet):
    desk.goto("/en/programmes/")
    press(desk, "Tab", until=f"details:has(input[name={facet}]) > summary")
    desk.keyboard.press("Enter")
    press(desk, "Tab", until=f"input[name={facet}]")
    desk.keyboard.press("Space")
    press(desk, "Tab", until="#facets button[type=submit]")
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"**/?{facet}=*#results")
    expect(desk.locator(f"input[name={facet}]:checked")).to_be_visible()


def test_another_order(desk):
    desk.goto("/en/programmes/?situation=children")
    press(desk, "Tab", until="#sort")
    desk.keyboard.press("ArrowDown")
    press(desk, "Tab", until=".sort button")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/?situation=children&sort=name#results")
    expect(desk.locator("#sort")).to_have_value("name")


def test_all_filters_are_taken_back(desk):
    desk.goto("/en/programmes/?situation=children&kind=childcare")
    press(desk, "Tab", until=".chips__clear")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/en/programmes/")
    expect(desk.locator(".chip")).to_have_count(0)


def test_a_chosen_filter_is_taken_back(desk):
    desk.goto("/en/programmes/?situation=children&kind=childcare")
    press(desk, "Tab", until=".chip")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/?kind=childcare")
    expect(desk.locator(".chip")).to_have_count(1)


def test_on_to_the_next_page_and_back(desk):
    desk.goto("/en/programmes/")
    press(desk, "Tab", until="a[rel=next]")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/?page=2*")
    press(desk, "Tab", until="a[rel=prev]")
    desk.keyboard.press("Enter")
    desk.wait_for_url(lambda url: "page" not in url)


def test_to_the_other_language_with_the_filter(desk):
    desk.goto("/de/angebote/?situation=children")
    press(desk, "Tab", until="a[hreflang=en]")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/en/programmes/?situation=children")
    expect(desk.locator("html")).to_have_attribute("lang", "en")
