"""The partner map: every place is reachable by touch and keyboard, and the list of countries is an alternative."""

import gzip
import re

import pytest
from playwright.sync_api import expect

from partners.models import Institution
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_keyboard import press
from tests.browser.test_reflow import TOO_WIDE
from tests.chromium import Visit, follow

LISTS = {"de": "/de/partnerschaften/", "en": "/en/partnerships/"}
NARROWEST_WORLD = {"width": 740, "height": 900}  # the narrowest size at which the world map has places to press
LEAST = 24  # CSS pixels (WCAG 2.5.8)
BOXES = """selector => [...document.querySelectorAll(selector)].filter(element => element.checkVisibility(
  {visibilityProperty: true})).map(element => { const box = element.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2, Math.min(box.width, box.height)]; })"""
RING = """() => getComputedStyle(document.activeElement.querySelector('.pin__reach')).stroke"""
LONG = "Universitätsverwaltungsangelegenheiten" * 6 + "ae"  # 230 letters without a blank
ARABIC = "جامعة الملك عبد الله للعلوم والتقنية"


@pytest.mark.parametrize(
    ("size", "maps"),
    [
        (PHONE, {".map--europe"}),
        (NARROWEST_WORLD, {".map--europe", ".map--world"}),
        (DESK, {".map--europe", ".map--world"}),
    ],
    ids=["phone", "tablet", "desk"],
)
def test_every_place_is_large_enough_and_none_lies_on_another(visitor, size, maps):
    page = visitor(viewport=size)
    page.goto(LISTS["de"])
    for kind in (".map--europe", ".map--world"):
        boxes = page.evaluate(BOXES, f"{kind} .pin__reach")
        assert bool(boxes) == (kind in maps)
        for index, (x, y, width) in enumerate(boxes):
            assert width >= LEAST
            for other_x, other_y, _width in boxes[:index]:
                assert ((x - other_x) ** 2 + (y - other_y) ** 2) ** 0.5 >= LEAST


def test_a_small_map_of_the_world_is_to_look_at_and_the_countries_are_all_links(phone):
    phone.goto(LISTS["en"])
    expect(phone.locator(".map--world .pin__dot").first).to_be_visible()
    expect(phone.locator(".map--world a").first).to_be_hidden()
    counts = [int(text.split()[0]) for text in phone.locator(".counts .number").all_inner_texts()]
    caption = phone.locator("figcaption").first.inner_text()
    placed, without = (int(number) for number in re.findall(r"(\d+) partners? (?:on the map|without)", caption))
    assert sum(counts) == placed + without > 80
    assert phone.evaluate(TOO_WIDE) == []


def test_places_have_names_and_lead_on(desk):
    desk.goto(LISTS["de"])
    istanbul = desk.get_by_role("link", name="Istanbul, Türkei: 12 Partner", exact=True)
    expect(istanbul).to_have_count(1)
    follow(istanbul)
    expect(desk).to_have_url(re.compile(r"\?.+"))


def test_the_keyboard_goes_from_west_to_east_and_each_stop_shows(desk):
    desk.goto(LISTS["de"])
    press(desk, "Tab", until=".map--europe .pin")
    quiet = desk.evaluate(
        "getComputedStyle(document.querySelector('.map--europe .pin:last-of-type .pin__reach')).stroke"
    )
    reached = []
    while desk.evaluate("document.activeElement.matches('.map--europe .pin')"):
        assert desk.evaluate(RING) != quiet
        reached.append(desk.evaluate("document.activeElement.getBoundingClientRect().x"))
        desk.keyboard.press("Tab")
    assert len(reached) == desk.locator(".map--europe .pin").count() > 15
    assert reached == sorted(reached)


def test_one_key_leads_past_the_map_to_the_countries(desk):
    desk.goto(LISTS["en"])
    press(desk, "Tab", until="a[href='#countries']")
    expect(desk.locator("a[href='#countries']")).to_be_in_viewport()
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.activeElement.matches('.counts a')")


def test_europe_on_the_map_of_the_world_leads_to_the_larger_one(desk):
    desk.goto(LISTS["de"])
    desk.locator(".map--world .pin[href='#europe']").click()
    expect(desk).to_have_url(re.compile("#europe$"))
    expect(desk.locator("#europe")).to_be_in_viewport()


@pytest.mark.parametrize("path", LISTS.values(), ids=LISTS.keys())
def test_the_list_with_its_map_is_light(page, path):
    assert len(gzip.compress(page.goto(path).body(), 6)) <= 40_000


def test_in_forced_colours_and_on_paper_places_and_land_are_still_told_apart(desk):
    desk.goto(LISTS["de"])
    colours = """() => ['.land', '.land--marked', '.pin__dot'].map(selector => {
      const style = getComputedStyle(document.querySelector(selector)); return style.stroke + style.fill; })"""
    for media in ({"forced_colors": "active"}, {"media": "print", "forced_colors": "none"}):
        desk.emulate_media(**media)
        expect(desk.locator(".pin__dot").first).to_be_visible()
        assert len(set(desk.evaluate(colours))) == 3


@pytest.mark.parametrize("name", [LONG, ARABIC, f"{ARABIC} " * 6], ids=["long", "right to left", "both"])
def test_names_of_any_length_and_direction_stay_on_a_small_screen(browser, editable_demo_server, name):
    malta = Institution.objects.get(slug_de="universitaet-malta")
    malta.name_de = malta.name_en = malta.name_original = name.strip()
    malta.save()
    with Visit(browser, editable_demo_server, viewport=PHONE) as page:
        for path in (
            *(f"{path}?country=MT" for path in LISTS.values()),
            "/de/partnerschaften/land/malta/",
            "/de/partnerschaften/universitaet-malta/",
            "/de/partnerschaften/mein-fach/?field=0533",
        ):
            page.goto(path)
            assert page.evaluate(TOO_WIDE) == [], path
        page.goto(f"{LISTS['de']}?country=MT")
        link = page.locator("a[href='/de/partnerschaften/universitaet-malta/']").first
        expect(link).to_have_css("direction", "ltr" if name == LONG else "rtl")
        page.goto("/de/partnerschaften/universitaet-malta/")
        expect(page.locator("h1")).to_have_text(name.strip())
        expect(page.locator("h1 bdi")).to_have_css("direction", "ltr" if name == LONG else "rtl")
