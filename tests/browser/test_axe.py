"""No template or state violates WCAG 2.2 A/AA or axe's best practices, in light and dark, small and large."""

from itertools import product

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests.browser.addresses import BOTH, EVERY
from tests.browser.axe import OF_COLOUR, RULES, violations
from tests.browser.conftest import DESK, PHONE
from tests.chromium import Visit

LOOKS = tuple(product(("light", "dark"), (PHONE, DESK)))


def violations_in(looks, page):
    """Return axe's violations by (colour scheme, width) for each of the given looks."""
    violations_by_look = {}
    for scheme, size in looks:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size(size)
        # Only colour rules can differ in dark mode.
        if broken := violations(page, RULES if scheme == "light" else OF_COLOUR):
            violations_by_look[scheme, size["width"]] = broken
    return violations_by_look


@pytest.mark.parametrize("path", EVERY.values(), ids=EVERY.keys())
def test_a_page_breaks_no_rule(page, path):
    """English pages share templates and styles with the German ones, so they are checked in one look only."""
    status = 404 if path in BOTH["not found"] else 200
    assert page.goto(path).status == status
    assert violations_in(LOOKS[:1] if path.startswith("/en/") else LOOKS, page) == {}


@pytest.mark.parametrize("path", ["/de/angebote/", "/en/programmes/"])
def test_neither_do_the_menu_and_the_filters_when_they_are_open(phone, path):
    phone.emulate_media(reduced_motion="reduce")  # or axe might check during a colour transition
    phone.goto(path)
    for opener in ("menu", "facets"):
        phone.locator(f"button[popovertarget={opener}]").first.click()
        assert phone.locator(f"#{opener}").is_visible()
        assert violations(phone) == []
        phone.keyboard.press("Escape")


@pytest.mark.parametrize("path", ["/de/angebote/", "/en/programmes/"])
def test_neither_does_the_page_after_a_mistake_of_ours(page, monkeypatch, path):
    def fail(*args):
        raise RuntimeError

    monkeypatch.setattr("portal.pages.models.ProgramIndexPage.finder_type", fail)
    assert page.goto(path).status == 500
    assert violations_in(LOOKS, page) == {}


@pytest.mark.parametrize("path", ["/de/specimen/", "/en/specimen/"])
def test_neither_does_any_component_on_the_specimen_page(browser, editable_demo_server, path):
    staff = Client()
    staff.force_login(get_user_model().objects.get(username="editor"))
    with Visit(browser, editable_demo_server) as page:
        session = {"name": "sessionid", "value": staff.cookies["sessionid"].value, "url": editable_demo_server}
        page.context.add_cookies([session])
        assert page.goto(path).status == 200
        assert page.url.endswith(path)
        assert violations_in(LOOKS, page) == {}


def test_axe_would_notice(page):
    page.goto("/de/")
    page.evaluate("document.querySelector('main').innerHTML = '<img src=\"/x.png\"><h1></h1>'")
    broken = {rule for rule, _places in violations(page)}
    assert {"image-alt", "empty-heading"} <= broken
