"""Saving as staff meet it in a browser: typing and pausing, acting while something is saved, and two at one record."""

import pytest
from wagtail.models import TaskState

from programs.models import Program
from tests.admin.records import admin_url
from tests.editing.desk import ENGLISH, GERMAN, Desk

in_both_languages = pytest.mark.parametrize("words", [ENGLISH, GERMAN], ids=lambda words: words.language)
TYPING = 60  # milliseconds from key to key


def is_automatic(request) -> bool:
    return request.method == "POST" and request.headers.get("accept") == "application/json"


class Writer(Desk):
    """Somebody at the form of a record who types key by key."""

    def __init__(self, tab, words):
        super().__init__(tab, words)
        self.answers, self.held = [], []
        tab.on("response", lambda answer: is_automatic(answer.request) and self.answers.append(answer.status))

    def open_record(self, record):
        self.tab.goto(admin_url("edit", record))

    def type(self, text, field="#id_summary_de"):
        self.tab.locator(field).click()
        self.tab.keyboard.press("Control+Home")
        self.tab.keyboard.type(text, delay=TYPING)

    def type_and_pause(self, text, field="#id_summary_de"):
        """Type until it is saved automatically, and return the answer."""
        with self.tab.expect_response(lambda answer: is_automatic(answer.request)) as saved:
            self.type(text, field)
        return saved.value


@in_both_languages
def test_what_was_saved_automatically_is_handed_in_and_approved(log_in, words):
    program = Program.objects.filter(live=True).exclude(name_en="").first()
    editor, moderator = (Writer(log_in(name, words.language), words) for name in ("editor", "moderator"))
    editor.open_record(program)
    editor.type_and_pause("Ganz neuer Anfang des Satzes. ")
    editor.choose(words.submit)
    assert TaskState.objects.get(status="in_progress").revision.object_id == str(program.pk)

    moderator.open_record(program)
    held = []
    moderator.tab.route(
        "**/edit/*", lambda route: held.append(route) if is_automatic(route.request) else route.continue_()
    )
    with moderator.tab.expect_request(is_automatic):
        moderator.type("Und noch ein weiterer, ebenfalls neuer. ")
    button = moderator.button(words.approve)
    moderator.button(words.more).click()
    with moderator.tab.expect_navigation():
        button.click()
        for route in held:
            route.continue_()
    program.refresh_from_db()
    print(editor.answers, moderator.answers, program.live, program.has_unpublished_changes, program.summary_de)
    assert program.summary_de.startswith("Und noch ein weiterer, ebenfalls neuer.")
    assert not program.has_unpublished_changes
    assert {*editor.answers, *moderator.answers} == {200}
