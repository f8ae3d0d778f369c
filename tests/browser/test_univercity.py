"""UniverCity Bochum and the certifications: by keyboard, without JavaScript, on small and large screens."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.test_keyboard import press
from tests.chromium import follow

SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])


@pytest.fixture
def plain(visitor, size):
    return visitor(java_script_enabled=False, viewport=size)


@SIZES
def test_another_day_without_javascript_and_back(plain):
    plain.goto("/de/univercity-bochum/")
    expect(plain.locator(".figure__value").first).to_have_text("6")
    plain.locator("input[name=as_of]").fill("2020-01-01")
    follow(plain.locator(".as-of button"))
    expect(plain).to_have_url(re.compile(r"\?as_of=2020-01-01#members$"))
    expect(plain.locator(".figure__value").first).to_have_text("7")
    follow(plain.locator(".as-of a"))
    expect(plain.locator(".figure__value").first).to_have_text("6")


@SIZES
def test_from_a_principle_to_what_serves_it_and_from_there_back(plain):
    plain.goto("/en/univercity-bochum/")
    follow(plain.locator(".six a").first)
    expect(plain.locator("h1")).to_have_count(1)
    plain.goto("/en/univercity-bochum/guiding-principles/")
    plain.locator(".six-nav a").nth(2).click()
    expect(plain).to_have_url(re.compile("#principle-3$"))
    follow(plain.locator("#principle-3 .serves a", has_text="Family service"))
    follow(plain.locator(".facts a[href*=guiding-principles]"))
    expect(plain.locator("h1")).to_have_text("Change in society, met with open arms")


@SIZES
def test_earlier_certificates_open_without_javascript(plain):
    plain.goto("/de/zertifikate/")
    old = plain.get_by_role("link", name="TOTAL E-QUALITY 2007–2009")
    expect(old).to_be_hidden()
    plain.locator("details summary").click()
    expect(old).to_be_visible()
    follow(old)
    expect(plain.locator(".facts")).to_contain_text("früher")


def test_the_day_the_anchors_and_the_fold_by_keyboard(desk):
    desk.goto("/de/univercity-bochum/leitideen/")
    press(desk, "Tab", until=".six-nav a[href='#principle-2']")
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(re.compile("#principle-2$"))
    press(desk, "Tab", until="#principle-2 .serves a")
    desk.goto("/de/zertifikate/?as_of=2012-01-01")
    press(desk, "Tab", until=".as-of button")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/?as_of=2012-01-01#certifications")
    press(desk, "Tab", until="details summary")
    desk.keyboard.press("Enter")
    expect(desk.locator("details")).to_have_attribute("open", "")


def test_the_drawing_lies_flat_in_its_box(phone):
    phone.goto("/de/zertifikate/")
    drawing = phone.locator(".timeline__bars").first.bounding_box()
    assert drawing["width"] <= 320
    assert drawing["height"] <= 24
