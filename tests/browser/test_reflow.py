"""Small screens, large type, wide letter spacing: nothing overflows or is cut off (WCAG 1.4.4, 1.4.10,
1.4.12), and touch targets are large enough.
"""

import pytest

from tests.browser.addresses import BOTH, EVERY
from tests.browser.conftest import DESK, PHONE

FEW = [  # in German, which has the longer words
    BOTH[name][0]
    for name in ("home", "filtered", "nothing found", "notice", "programme", "life situations", "section", "article")
]
SPACIOUS = """* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
} p { margin-block-end: 2em !important; }"""
ADD_STYLE = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
TOO_WIDE = """() => {
  const root = document.documentElement, limit = root.clientWidth + 1;
  if (root.scrollWidth <= limit) return [];
  return [...document.querySelectorAll("body *")]
    .filter(element => element.getBoundingClientRect().right > limit)
    .map(element => element.className || element.tagName).slice(0, 5)
    .concat("wide: " + root.scrollWidth);
}"""
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter(element => {
  const style = getComputedStyle(element), box = element.getBoundingClientRect();
  return style.overflowX !== "visible" && style.overflowX !== "auto" && box.width > 2 && element.innerText?.trim() &&
    (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
}).map(element => element.className || element.tagName)"""
SMALL = """least => [...document.querySelectorAll(".button, select")].filter(element => {
  const box = element.getBoundingClientRect();
  return element.checkVisibility() && box.width && (box.height < least || box.width < least);
}).map(element => `${element.innerText} ${JSON.stringify(element.getBoundingClientRect())}`)"""

BESIDE = """() => [...document.querySelectorAll(".period")].filter(element => {
  const texts = [...element.children].filter(child => !child.matches(".badge"));
  return new Set(texts.map(child => Math.round(child.getBoundingClientRect().left))).size > 1;
}).map(element => element.innerText)"""


def test_nothing_is_wider_than_a_small_screen(phone):
    wide = {}
    for path in EVERY.values():
        phone.goto(path)
        if elements := phone.evaluate(TOO_WIDE):
            wide[path] = elements
    assert wide == {}


def test_more_space_between_letters_and_lines_cuts_nothing_off(phone):
    broken = {}
    for path in FEW:
        phone.goto(path)
        before = set(phone.evaluate(CUT_OFF))
        phone.evaluate(ADD_STYLE, SPACIOUS)
        if elements := phone.evaluate(TOO_WIDE) + list(set(phone.evaluate(CUT_OFF)) - before):
            broken[path] = elements
    assert broken == {}


def test_at_four_hundred_per_cent_a_page_scrolls_in_one_direction_only(visitor):
    page = visitor(viewport={"width": 320, "height": 256}, device_scale_factor=4)
    for path in FEW:
        page.goto(path)
        assert page.evaluate(TOO_WIDE) == [], path
        stuck = "[...document.querySelectorAll('*')].filter(e => /fixed|sticky/.test(getComputedStyle(e).position) && "
        stuck += "e.checkVisibility() && e.getBoundingClientRect().height > 100).map(e => e.className)"
        assert page.evaluate(stuck) == [], path


def test_doubled_type_stays_on_the_page(visitor):
    page = visitor(viewport=DESK)
    for path in FEW:
        page.goto(path)
        page.evaluate(ADD_STYLE, ":root { font-size: 200% !important; }")
        assert page.evaluate(TOO_WIDE) == [], path


def test_what_an_agreement_says_stands_in_one_column(desk):
    for name in ("institution", "institution that took others in", "programme"):
        for path in BOTH[name]:
            desk.goto(path)
            assert desk.evaluate(BESIDE) == [], path


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_buttons_are_large_enough_for_a_thumb(visitor, size):
    page = visitor(viewport=size)
    for path in FEW:
        page.goto(path)
        assert page.evaluate(SMALL, 43.5) == [], path
