"""A morning at the desk, with the keyboard where people use it: find, filter, save the view, act on several records."""

import re
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import expect
from wagtail.users.models import UserProfile

from programs.models import Program
from tests.browser.axe import violations
from tests.chromium import Visit, follow

PROGRAMS = "/admin/snippets/programs/program/"


@dataclass(frozen=True)
class Words:
    language: str
    find: str
    save_view: str
    name: str
    more: str
    publish: str
    checked: str
    do_it: str
    changed: str
    choose: str
    column: str
    show: str


ENGLISH = Words(
    "en",
    find="Change a deadline",
    save_view="Save this view",
    name="Name",
    more="More actions",
    publish="Publish",
    checked="Mark the selected records as checked",
    do_it="Yes, do it",
    changed="2 records were changed",
    choose="Choose columns",
    column="English",
    show="Show these columns",
)
GERMAN = Words(
    "de",
    find="Eine Frist ändern",
    save_view="Diese Ansicht speichern",
    name="Name",
    more="Mehr Aktionen",
    publish="Veröffentlichen",
    checked="Die ausgewählten Einträge als geprüft kennzeichnen",
    do_it="Ja, ausführen",
    changed="2 Einträge wurden geändert",
    choose="Spalten wählen",
    column="Englisch",
    show="Diese Spalten zeigen",
)


@pytest.fixture(params=[ENGLISH, GERMAN], ids=lambda words: words.language)
def words(request):
    return request.param


@pytest.fixture
def tab(browser, editable_demo_server, words):
    administrator = get_user_model().objects.get(username="administrator")
    UserProfile.objects.update_or_create(user=administrator, defaults={"preferred_language": words.language})
    client = Client()
    client.force_login(administrator)
    session = {"name": settings.SESSION_COOKIE_NAME, "value": client.session.session_key, "url": editable_demo_server}
    visit = Visit(browser, editable_demo_server, viewport={"width": 1280, "height": 900})
    visit.context.add_cookies([session])
    with visit as page:
        yield page


def test_from_the_start_page_to_a_saved_view_and_back(tab, words):
    tab.goto("/admin/")
    assert violations(tab) == []
    tab.get_by_label(words.find, exact=True).last.click()
    tab.keyboard.type("studi", delay=20)
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    assert tab.url.endswith(f"{PROGRAMS}?q=studi")

    tab.get_by_text(words.save_view).click()
    tab.get_by_label(words.name, exact=True).click()
    tab.keyboard.type("Rund ums Studium", delay=20)
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    expect(tab.locator(".list-bar [aria-current]")).to_have_text("Rund ums Studium")
    assert violations(tab, part=".list-bar") == []

    publish_the_first(tab, words)
    check_two(tab, words)
    choose_columns(tab, words)

    tab.goto("/admin/")
    follow(tab.get_by_role("link", name="Rund ums Studium"))
    assert tab.url.endswith(f"{PROGRAMS}?q=studi")
    tab.goto("/admin/saved-views/")
    assert violations(tab) == []


def publish_the_first(tab, words):
    """Open the first record of the list and publish it: the list is as it was before."""
    follow(tab.locator(".title-wrapper > a").first)
    tab.get_by_role("button", name=words.more, exact=True).click()
    follow(tab.get_by_role("button", name=words.publish, exact=True))
    assert tab.url.endswith(f"{PROGRAMS}?q=studi")


def check_two(tab, words):
    boxes = tab.locator("[data-bulk-action-checkbox]")
    keys = [boxes.nth(number).get_attribute("data-object-id") for number in range(2)]
    Program.objects.filter(pk__in=keys).update(assured_on=None)
    for number in range(2):
        boxes.nth(number).check()
    follow(tab.get_by_role("link", name=words.checked))
    assert violations(tab) == []
    follow(tab.get_by_role("button", name=words.do_it))
    expect(tab.locator(".messages")).to_contain_text(words.changed)
    assert tab.url.endswith(f"{PROGRAMS}?q=studi")
    assert not Program.objects.filter(pk__in=keys, assured_on=None).exists()


def choose_columns(tab, words):
    heading = tab.get_by_role("columnheader", name=re.compile(words.column))
    expect(heading).to_have_count(1)
    tab.get_by_text(words.choose).click()
    tab.get_by_role("checkbox", name=words.column, exact=True).press("Space")
    follow(tab.get_by_role("button", name=words.show))
    expect(heading).to_have_count(0)
    assert tab.url.endswith(f"{PROGRAMS}?q=studi")
