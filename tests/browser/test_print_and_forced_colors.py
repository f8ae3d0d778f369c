"""Printed pages, and pages in forced-colours mode."""

import re

import pytest

from tests.browser.addresses import BOTH

SHEET = re.compile(rb"/Type\s*/Page\b")
PROGRAMS = ("dimento", "chance-hoch-2", "nachteilsausgleich", "familienservice")
# Whatever looks like a box must keep an edge when all backgrounds become one colour.
EDGELESS = """() => [...document.querySelectorAll(".button, .badge, .chip, select, .notice")].filter(element => {
  const style = getComputedStyle(element);
  const sides = ["Top", "Right", "Bottom", "Left"];
  const edges = sides.filter(side => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]));
  return element.checkVisibility() && !edges.length && style.outlineStyle === "none";
}).map(element => element.className || element.tagName)"""

# Text that keeps our colours may vanish on the reader's background.
OWN_COLOURS = """() => [...document.querySelectorAll("body *")].filter(element =>
  element.checkVisibility() && element.innerText?.trim() && getComputedStyle(element).forcedColorAdjust === "none"
).map(element => element.className || element.tagName)"""


@pytest.mark.parametrize("slug", PROGRAMS)
def test_a_programme_fits_on_two_sheets(page, slug):
    page.goto(f"/de/angebote/{slug}/")
    edges = dict.fromkeys(("top", "right", "bottom", "left"), "1cm")
    sheets = SHEET.findall(page.pdf(format="A4", margin=edges))
    assert 1 <= len(sheets) <= 2


def test_paper_has_what_a_reader_needs_and_nothing_to_click(page):
    page.goto("/de/angebote/dimento/")
    page.emulate_media(media="print")
    for visible in ("h1", ".facts", ".contact"):
        assert page.locator(visible).first.is_visible(), visible
    for hidden in (".skip-link", "nav[aria-label]", ".menu-button", ".site-footer nav"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["home", "filtered", "nothing found", "notice", "programme", "not found"])
def test_in_forced_colors_boxes_keep_their_edges_and_words_the_readers_colours(page, name, scheme):
    page.goto(BOTH[name][0])
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    assert page.evaluate(EDGELESS) == []
    assert page.evaluate(OWN_COLOURS) == []


def test_in_forced_colors_the_focus_is_seen(page):
    page.emulate_media(forced_colors="active")
    page.goto("/de/angebote/")
    for _stop in range(30):
        page.keyboard.press("Tab")
        ring = page.evaluate(
            "(s => [s.outlineStyle, parseFloat(s.outlineWidth)])(getComputedStyle(document.activeElement))"
        )
        assert ring[0] != "none"
        assert ring[1] >= 2


def test_with_less_motion_nothing_moves(page):
    page.emulate_media(reduced_motion="reduce")
    page.goto("/de/")
    moving = (
        "[...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e).animationDuration) > 0.01 || "
    )
    moving += "parseFloat(getComputedStyle(e).transitionDuration) > 0.01).length"
    assert page.evaluate(moving) == 0
