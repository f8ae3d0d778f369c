"""Saving as staff meet it in a browser: typing and pausing, and acting while something is saved."""

import pytest
from playwright.sync_api import TimeoutError as NothingHappened
from playwright.sync_api import expect

from programs.models import Program
from tests.admin.records import admin_url
from tests.chromium import follow
from tests.editing.desk import ENGLISH, GERMAN, Desk

in_both_languages = pytest.mark.parametrize("words", [ENGLISH, GERMAN], ids=lambda words: words.language)
SUMMARY = "#id_summary_de"


def is_automatic(request) -> bool:
    return request.method == "POST" and request.headers.get("accept") == "application/json"


class Writer(Desk):
    """Somebody at the form of a record who types key by key; `statuses` are the answers to automatic saves."""

    def __init__(self, tab, words):
        super().__init__(tab, words)
        self.statuses = []
        tab.on("response", lambda answer: is_automatic(answer.request) and self.statuses.append(answer.status))

    def open_record(self, record):
        self.tab.goto(admin_url("edit", record))

    def type(self, text, field=SUMMARY):
        """Type at the beginning of a field, at the pace of a quick typist."""
        self.tab.locator(field).click()
        self.tab.keyboard.press("Control+Home")
        self.tab.keyboard.type(text, delay=60)

    def type_and_pause(self, text, field=SUMMARY):
        """Type until it is saved automatically: Wagtail does not notice what is typed in the first two seconds."""
        for more in (text, " ", " ", " "):
            try:
                with self.tab.expect_response(lambda answer: is_automatic(answer.request), timeout=10_000):
                    self.type(more, field)
            except NothingHappened:
                continue
            return
        raise AssertionError("Nothing was saved automatically.")

    def ask_for_changes(self, comment):
        self.button(self.words.more).click()
        self.button(self.words.ask_for_changes).click()
        dialog = self.tab.get_by_role("dialog")
        box, button = dialog.get_by_role("textbox"), dialog.locator("button[type=submit]")
        while box.input_value() != comment:  # Wagtail's dialog takes the focus away while it opens
            box.click()
            self.tab.keyboard.press("ControlOrMeta+a")
            self.tab.keyboard.type(comment, delay=30)
        self.tab.keyboard.press("Tab")
        expect(button).to_be_focused()
        with self.tab.expect_navigation():
            self.tab.keyboard.press("Enter")


def held_back(tab) -> list:
    """Hold automatic saves on their way, and return the list in which they wait."""
    waiting = []
    tab.route("**/edit/*", lambda route: waiting.append(route) if is_automatic(route.request) else route.continue_())
    return waiting


@in_both_languages
def test_a_programme_from_typing_to_publication(log_in, words):
    program = Program.objects.filter(live=True).exclude(name_en="").first()
    editor, moderator = (Writer(log_in(name, words.language), words) for name in ("editor", "moderator"))
    editor.open_record(program)
    editor.type_and_pause("Ganz neuer Anfang. ")
    editor.choose(words.submit)

    moderator.open_record(program)
    moderator.ask_for_changes("Bitte noch einen Satz.")
    editor.tab.goto("/admin/")
    expect(editor.tab.locator('[data-worklist="returned"]')).to_contain_text("Bitte noch einen Satz.")
    follow(editor.tab.locator('[data-worklist="returned"]').get_by_role("link", name=program.name_de))
    editor.type_and_pause("Der Satz. ")
    editor.choose(words.submit_again)

    moderator.open_record(program)
    waiting = held_back(moderator.tab)
    with moderator.tab.expect_request(is_automatic):
        moderator.type("Noch ein weiterer, ebenfalls neuer. ")
    moderator.button(words.more).click()
    with moderator.tab.expect_navigation():
        moderator.button(words.approve).click()
        for route in waiting:
            route.continue_()
    program.refresh_from_db()
    assert program.summary_de.startswith("Noch ein weiterer, ebenfalls neuer. Der Satz. Ganz neuer Anfang.")
    assert (program.live, program.has_unpublished_changes) == (True, False)
    assert {*editor.statuses, *moderator.statuses} == {200}
