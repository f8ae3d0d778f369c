"""The whole workflow in a browser: from an empty form to a published translation that becomes outdated again."""

import threading
from datetime import timedelta

import pytest
import time_machine
from playwright.sync_api import expect
from wagtail.models import Page

from portal.core.time import moment
from portal.editing import scheduler
from portal.translation import selectors
from portal.translation.models import State
from tests.chromium import Visit, follow
from tests.editing.desk import ENGLISH, GERMAN, Desk

ADDRESS = "/de/chancengerechtigkeit/studieren-mit-hund/"


@pytest.fixture
def reader(browser, editable_demo_server):
    with Visit(browser, editable_demo_server) as tab:
        yield tab


def status_of(reader, address) -> int:
    return reader.goto(address).status


def state_of(page) -> State:
    return selectors.of_object(page.specific).state


@pytest.mark.parametrize("words", [ENGLISH, GERMAN], ids=lambda words: words.language)
def test_a_page_in_two_languages(log_in, reader, words):
    editor, moderator = (Desk(log_in(name, words.language), words) for name in ("editor", "moderator"))
    german = handed_in_german(editor)
    start = (moment.now() + timedelta(days=1)).replace(hour=9, minute=0, second=0, microsecond=0)
    approve_for(start, german, moderator)
    assert status_of(reader, ADDRESS) == 404

    with time_machine.travel(start + timedelta(minutes=1), tick=True):
        do_what_is_due()
        assert status_of(reader, ADDRESS) == 200
        assert state_of(german) == State.MISSING

        english = published_english(german, editor, moderator)
        assert status_of(reader, english.get_url()) == 200
        expect(reader.get_by_text("It may come along.")).to_be_visible()
        assert state_of(german) == State.CURRENT

        change_german(german, moderator)
        assert state_of(german) == State.OUTDATED
        confirm_english(editor)
        assert state_of(german) == State.CURRENT


def handed_in_german(editor) -> Page:
    """Write a page, preview it and submit it for approval."""
    editor.tab.goto(f"/admin/pages/add/pages/articlepage/{Page.objects.get(slug='chancengerechtigkeit').pk}/")
    editor.write("Studieren mit Hund", "Er darf mit.")
    editor.see_preview("Studieren mit Hund", "de")
    editor.choose(editor.words.submit)
    german = Page.objects.get(draft_title="Studieren mit Hund")
    assert not german.live
    return german


def approve_for(start, german, moderator):
    """Schedule the page and approve it."""
    moderator.open(german)
    moderator.set_schedule(start)
    moderator.open(german)
    moderator.choose(moderator.words.approve)
    german.refresh_from_db()
    assert (german.live, german.scheduled_revision.approved_go_live_at) == (False, start)


def published_english(german, editor, moderator) -> Page:
    """Write the English version beside the German text, preview it, submit it and approve it."""
    editor.open(german)
    editor.button(editor.words.actions).click()
    follow(editor.tab.get_by_role("link", name=editor.words.version))
    follow(editor.button(editor.words.write))
    expect(editor.tab.locator('main [lang="de"]', has_text="Er darf mit.")).to_be_visible()
    editor.tab.get_by_role("textbox", name=editor.words.english_title).fill("Studying with a dog")
    editor.tab.get_by_role("textbox", name=editor.words.english_lede).fill("It may come along.")
    follow(editor.button(editor.words.save_english))
    editor.open(Page.objects.get(draft_title="Studying with a dog"))
    editor.see_preview("Studying with a dog", "en")
    editor.choose(editor.words.submit)
    english = Page.objects.get(draft_title="Studying with a dog")
    assert not english.live
    moderator.open(english)
    moderator.choose(moderator.words.approve)
    return english


def change_german(german, moderator):
    moderator.open(german)
    moderator.write("Studieren mit Hund", "Er darf jetzt überall mit.")
    moderator.choose(moderator.words.publish)


def confirm_english(editor):
    """Find the page in the translation report, see the change, and confirm that the English is still correct."""
    follow(editor.tab.get_by_role("link", name=editor.words.translations))
    follow(editor.tab.get_by_role("link", name="Studieren mit Hund"))
    expect(editor.tab.locator("ins")).to_have_text("jetzt überall")
    follow(editor.button(editor.words.still_correct))


def do_what_is_due():
    """Run the scheduler's jobs once; the link check is skipped because the stop event is set."""
    stop = threading.Event()
    stop.set()
    scheduler.run_due_jobs(stop)
