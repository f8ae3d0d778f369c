"""From a published German page to its English: written beside it by keyboard, one submit, and nothing lost before."""

import re

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import expect
from wagtail.users.models import UserProfile

from portal.pages.models import ArticlePage
from portal.translation import selectors
from portal.translation.models import State
from tests.browser.axe import violations
from tests.chromium import Visit, follow

MOST_STEPS = 40  # of the Tab key from one field to the next
WORDS = {
    "de": {
        "actions": "Aktionen",
        "version": "Englische Fassung",
        "write": "Die englische Fassung schreiben",
        "suffix": ", auf Englisch",
        "title": "Titel",
        "publish": "Speichern und veröffentlichen",
        "error": "Es wurde nichts gespeichert",
        "still": "noch deutsch",
    },
    "en": {
        "actions": "Actions",
        "version": "English version",
        "write": "Write the English version",
        "suffix": ", in English",
        "title": "Title",
        "publish": "Save and publish",
        "error": "Nothing was saved",
        "still": "still German",
    },
}


@pytest.fixture(params=["de", "en"])
def language(request):
    return request.param


@pytest.fixture
def tab(browser, editable_demo_server, language):
    """A tab of the moderator, with an interface in one of the languages."""
    moderator = get_user_model().objects.get(username="moderator")
    UserProfile.objects.update_or_create(user=moderator, defaults={"preferred_language": language})
    client = Client()
    client.force_login(moderator)
    session = {"name": settings.SESSION_COOKIE_NAME, "value": client.session.session_key, "url": editable_demo_server}
    visit = Visit(browser, editable_demo_server, viewport={"width": 1280, "height": 900})
    visit.context.add_cookies([session])
    with visit as page:
        yield page


def tab_to(field):
    """Press Tab until the field has the focus."""
    for _step in range(MOST_STEPS):
        field.page.keyboard.press("Tab")
        if field.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"the Tab key does not lead to {field}")


def type_in_place(field, text):
    """Go to a field by keyboard, select what is in it, and type; a rich text is kept a moment after the last key."""
    tab_to(field)
    field.press("ControlOrMeta+a")
    field.page.keyboard.type(text, delay=5)
    kept = "text => [...document.querySelectorAll('input, textarea')].some(field => field.value.includes(text))"
    field.page.wait_for_function(kept, arg=text)


def open_beside(tab, page, words):
    """Open the German page, make its English version, and return the English fields beside the German."""
    tab.goto(f"/admin/pages/{page.pk}/edit/")
    tab.get_by_role("button", name=words["actions"], exact=True).click()
    follow(tab.get_by_role("link", name=words["version"]))
    follow(tab.get_by_role("button", name=words["write"]))
    form = tab.locator("#w-editor-form")
    fields = form.get_by_role("textbox", name=re.compile(f"{words['suffix']}$"))
    expect(fields.nth(2)).to_be_visible()
    assert form.get_by_text(words["still"], exact=True).count() == fields.count()
    return fields


def shown(field):
    is_plain = field.evaluate("element => 'value' in element")
    return (field.input_value() if is_plain else field.inner_text()).strip()


def test_the_english_of_a_page_is_written_beside_its_german(tab, language, editable_demo_server):
    words = WORDS[language]
    german = ArticlePage.objects.get(slug="hochschuldeutsch")
    fields = open_beside(tab, german, words)
    assert violations(tab) == []
    english = ["", *(f"English text {number}." for number in range(1, fields.count()))]
    for field, text in zip(fields.all(), english, strict=True):
        type_in_place(field, text)
    title = fields.first
    title.press("ControlOrMeta+a")
    title.press("Delete")
    follow(tab.get_by_role("button", name=words["publish"]))

    expect(tab.get_by_text(words["error"])).to_be_visible()
    expect(fields.nth(2)).to_be_visible()
    assert violations(tab) == []
    assert [shown(field) for field in fields.all()] == english  # nothing is lost
    type_in_place(title, "University-level German")
    follow(tab.get_by_role("button", name=words["publish"]))

    page = german.get_translations().get()
    assert (page.live, page.title, page.slug) == (True, "University-level German", "university-level-german")
    tab.goto(f"{editable_demo_server}{page.get_url()}")
    expect(tab.locator("h1")).to_have_text("University-level German")
    expect(tab.get_by_text("English text 1.")).to_be_visible()
    assert selectors.of_object(german).state == State.CURRENT
