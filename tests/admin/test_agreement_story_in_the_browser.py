"""A unit writes a draft and hands it in, the office returns it and later records the signature, the unit reads it."""

import re
from contextlib import ExitStack
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import expect
from wagtail.users.models import UserProfile

from partners.models import Agreement, Institution, Stage, Unit
from tests.admin.records import admin_url
from tests.browser.axe import violations
from tests.chromium import Visit, follow


@dataclass(frozen=True)
class Words:
    """What stands on buttons and pages under one interface language, and a day as it is written there."""

    language: str
    add: str
    until_when: str
    submit: str
    send_back: str
    sign: str
    day: str
    sentence: str
    undo: str


ENGLISH = Words(
    language="en",
    add="Add agreement",
    until_when="Until when",
    submit="Submit to the office",
    send_back="Return to the unit",
    sign="Record signature",
    day="9 November 2026",
    sentence="in force from 1 January 2031",
    undo="Undo",
)
GERMAN = Words(
    language="de",
    add="Vereinbarung hinzufügen",
    until_when="Bis wann",
    submit="Beim International Office einreichen",
    send_back="An die Einheit zurückgeben",
    sign="Unterzeichnung eintragen",
    day="9. November 2026",
    sentence="in Kraft ab 1. Januar 2031",
    undo="Rückgängig machen",
)


@pytest.fixture
def log_in(browser, editable_demo_server):
    """Return a function that opens a tab for an account of the demo."""
    with ExitStack() as stack:

        def logged_in(name, language):
            user = get_user_model().objects.get(username=name)
            UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
            client = Client()
            client.force_login(user)
            key = client.session.session_key
            visit = Visit(browser, editable_demo_server)
            session = {"name": settings.SESSION_COOKIE_NAME, "value": key, "url": editable_demo_server}
            visit.context.add_cookies([session])
            return stack.enter_context(visit)

        yield logged_in


def type_into(field, text):
    field.click()
    field.press("ControlOrMeta+a")
    field.press_sequentially(text, delay=10)
    field.press("Tab")


def button(tab, name):
    return tab.locator(".act__buttons").get_by_role("button", name=name, exact=True)


def press(tab, name):
    """Press the button of an act, after a look at its page."""
    assert violations(tab) == [], tab.url
    follow(button(tab, name))


@pytest.mark.parametrize("words", [ENGLISH, GERMAN], ids=lambda words: words.language)
def test_a_draft_travels_from_the_unit_to_the_office_and_comes_home_signed(log_in, words):
    unit, office = log_in("unit-editor", words.language), log_in("international-office", words.language)
    partner = Institution.objects.filter(live=True, parties__isnull=False).order_by("sort_de").first()

    draft_and_submit(unit, words, partner)
    agreement = Agreement.objects.get(name_de="Austausch mit Freude")
    assert agreement.stage == Stage.SUBMITTED

    office.goto("/admin/")
    follow(office.locator('[data-worklist="submitted"]').get_by_role("link", name="Austausch mit Freude"))
    assert violations(office) == []
    follow(office.locator(".acts").get_by_role("link", name=words.send_back))
    type_into(office.locator("#id_comment"), "Bitte sagen, worum es geht.")
    press(office, words.send_back)

    correct_and_submit(unit, words)

    office.goto("/admin/")
    follow(office.locator('[data-worklist="submitted"]').get_by_role("link", name="Austausch mit Freude"))
    follow(office.locator(".acts").get_by_role("link", name=words.sign))
    type_into(office.locator("#id_signed_on"), words.day)
    expect(office.locator("[data-act-effects]")).to_contain_text(words.sentence)
    press(office, words.sign)
    expect(office.locator(".messages").get_by_role("link", name=words.undo)).to_be_visible()
    agreement.refresh_from_db()
    assert (agreement.stage, agreement.signed_on.isoformat()) == (Stage.SIGNED, "2026-11-09")

    unit.goto(admin_url("list", Agreement))
    follow(unit.get_by_role("link", name="Austausch mit Freude").first)
    either_name = re.compile("|".join(map(re.escape, filter(None, (partner.name_de, partner.name_en)))))
    for text in (either_name, words.sentence, "Um Familien auf Reisen."):
        expect(unit.locator("main")).to_contain_text(text)
    assert violations(unit) == []


def draft_and_submit(tab, words, partner):
    """Write a draft with a partner and its term, and hand it in."""
    tab.goto(admin_url("list", Agreement))
    follow(tab.get_by_role("link", name=words.add).first)
    type_into(tab.locator("#id_name_de"), "Austausch mit Freude")
    tab.locator("#id_agreement_type").select_option(index=1)
    tab.locator("#id_unit").select_option(value=str(Unit.objects.get(editors__username="unit-editor").pk))
    tab.locator("#id_parties-ADD").click()
    tab.locator("[data-chooser-action-choose]:visible").first.click()
    dialog = tab.locator(".modal-dialog")
    name = partner.name_en or partner.name_de if words.language == "en" else partner.name_de
    type_into(dialog.locator('input[name="q"]'), name)
    dialog.get_by_role("link", name=name, exact=False).first.click()
    expect(dialog).to_have_count(0)
    tab.get_by_role("tab", name=words.until_when).click()
    type_into(tab.locator("#id_starts_on"), "1.1.2031")
    type_into(tab.locator("#id_ends_on"), "31.12.2032")
    follow(tab.locator('[data-edit-form] footer button[type="submit"]').first)
    follow(tab.locator(".messages").get_by_role("link", name=words.submit))
    press(tab, words.submit)
    expect(tab.locator("[data-stage]")).to_be_visible()


def correct_and_submit(tab, words):
    """Find the returned draft on the start page, do what the office asks for, and hand it in again."""
    tab.goto("/admin/")
    returned = tab.locator('[data-worklist="returned"]')
    expect(returned).to_contain_text("Bitte sagen, worum es geht.")
    follow(returned.get_by_role("link", name="Austausch mit Freude"))
    expect(tab.locator(".messages")).to_contain_text("Bitte sagen, worum es geht.")
    type_into(tab.locator("#id_summary_de"), "Um Familien auf Reisen.")
    follow(tab.locator('[data-edit-form] footer button[type="submit"]').first)
    follow(tab.locator(".messages").get_by_role("link", name=words.submit))
    press(tab, words.submit)
