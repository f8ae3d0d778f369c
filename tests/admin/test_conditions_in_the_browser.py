"""An agreement made ready for Erasmus Without Paper by typing alone: languages, academic years, and who went."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import expect
from wagtail.users.models import UserProfile

from partners.models import Agreement, Condition
from tests.browser.axe import violations
from tests.chromium import Visit, follow

WORDS = {
    "de": {
        "list": "Erasmus Without Paper",
        "language": "Verlangte Sprache",
        "years": "Studienjahre",
        "typed": "Maltesich",
        "meant": "Meinten Sie Maltesisch",
        "right": "Maltesisch",
        "missing": "Was fehlt",
        "purpose": "Wofür",
        "ready": "Bereit",
        "numbers": "Wie viele gegangen sind",
        "twice": "doppelt",
    },
    "en": {
        "list": "Erasmus Without Paper",
        "language": "Language to be known",
        "years": "Academic years",
        "typed": "Maltesse",
        "meant": "Did you mean Maltese",
        "right": "Maltese",
        "missing": "What is missing",
        "purpose": "What for",
        "ready": "Ready",
        "numbers": "How many went",
        "twice": "duplicate",
    },
}


@pytest.fixture(params=["de", "en"])
def language(request):
    return request.param


@pytest.fixture
def tab(browser, editable_demo_server, language):
    """A tab in which somebody of the international office is logged in."""
    user = get_user_model().objects.get(username="international-office")
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    client = Client()
    client.force_login(user)
    session = {"name": settings.SESSION_COOKIE_NAME, "value": client.session.session_key, "url": editable_demo_server}
    visit = Visit(browser, editable_demo_server)
    visit.context.add_cookies([session])
    with visit as page:
        yield page


@pytest.fixture
def agreement():
    """The agreement with Tartu of the demonstration, whose first condition says too little."""
    agreement = Agreement.objects.get(public_id="nrguxn3r")
    first = agreement.conditions.order_by("sort_order").first()
    Condition.objects.filter(pk=first.pk).update(languages=[], last_year=None)
    return agreement


def type_into(field, text):
    """Replace the value as a person does: click, empty the field, press each key, press Tab."""
    field.click()
    field.press("ControlOrMeta+a")
    field.press("Delete")
    field.press_sequentially(text, delay=15)
    field.press("Tab")
    expect(field).to_have_value(text)


def test_from_the_list_to_what_is_missing_to_its_field_until_nothing_is(tab, language, agreement):
    words = WORDS[language]
    save = tab.locator('[data-edit-form] footer button[type="submit"]').first
    tab.goto("/admin/partnerships/ewp/")
    assert violations(tab) == []
    follow(tab.get_by_role("link", name=str(agreement)))
    assert violations(tab) == []

    follow(tab.get_by_role("link", name=words["language"]).first)
    skill = tab.locator("#id_conditions-0-languages")
    expect(skill).to_be_visible()
    type_into(skill, words["typed"])
    follow(save)
    tab.get_by_role("tab", name=words["purpose"]).click()
    expect(skill).to_have_value(words["typed"])
    expect(tab.locator("body")).to_contain_text(words["meant"])
    type_into(skill, words["right"])
    follow(save)
    assert agreement.conditions.order_by("sort_order").first().languages == [{"language": "mt"}]

    follow(tab.locator(".messages").get_by_role("link", name=words["missing"]))
    follow(tab.get_by_role("link", name=words["years"]).first)
    expect(tab.locator("#id_conditions-0-first_year")).to_be_visible()  # the folded part opens by itself
    type_into(tab.locator("#id_conditions-0-last_year"), "2029/30")
    follow(save)
    assert agreement.conditions.order_by("sort_order").first().last_year == 2029
    tab.goto(f"/admin/partnerships/ewp/{agreement.pk}/")
    expect(tab.locator("[data-ewp]")).to_contain_text(words["ready"])

    _note_who_went(tab, agreement, words, save)


def _note_who_went(tab, agreement, words, save):
    """Add a number that stands there already, which is refused, and make it one of another year."""
    tab.goto(f"/admin/snippets/partners/agreement/edit/{agreement.pk}/")
    tab.get_by_role("tab", name=words["numbers"]).click()
    present = agreement.mobility_numbers.first()
    count = agreement.mobility_numbers.count()
    tab.locator("#id_mobility_numbers-ADD").click()
    year, actual = (tab.locator(f"#id_mobility_numbers-{count}-{name}") for name in ("year", "actual"))
    type_into(year, f"{present.year}/{(present.year + 1) % 100:02d}")
    type_into(actual, "2")
    follow(save)
    tab.get_by_role("tab", name=words["numbers"]).click()
    expect(tab.locator("body")).to_contain_text(words["twice"])
    type_into(year, "2019/2020")
    follow(save)
    assert agreement.mobility_numbers.get(year=2019).actual == 2
