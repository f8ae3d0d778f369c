"""What a moderator wants changed belongs to whoever submitted it, and both know what the other waits for."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from wagtail.models import TaskState

from tests.admin.forms import Form
from tests.admin.records import admin_url
from tests.factories import ProgramFactory

COMMENT = "Bitte die Frist nennen.\nUnd die Adresse der Stelle, " + "ausführlich, " * 30 + "mit Raum."


def lists_of(client) -> dict[str, str]:
    """Return the text of each list on the start page that holds something."""
    soup = BeautifulSoup(client.get("/admin/").content, "html.parser")
    lists = soup.select("[data-worklist]")
    return {part["data-worklist"]: part.get_text("\n") for part in lists if part.select_one("td.title a")}


@pytest.fixture
def program(site):
    program = ProgramFactory(name_de="Mentoring", summary_de="Alt.")
    program.save_revision().publish()
    return program


@pytest.fixture
def editor(staff):
    editor = staff("editor", language="de")
    editor.user.email = "editor@example.org"
    editor.user.save()
    return editor


def submitted(editor, program):
    form = Form.open(editor, admin_url("edit", program))
    form["summary_de"] = "Neu."
    assert form.post("action-submit").status_code == 302


def sent_back(moderator, program, **more):
    """Ask for changes from the form, as the button does; the moderator's own changes are saved along."""
    form = Form.open(moderator, admin_url("edit", program))
    form["summary_de"] = "Neu, mit Komma."
    form.values |= {
        "workflow-action-name": ["reject"],
        "workflow-action-extra-data": [json.dumps({"comment": COMMENT})],
    }
    return form.post("action-workflow-action", **more)


def test_it_stands_on_the_start_page_of_each_with_the_whole_comment(staff, editor, program):
    moderator = staff("moderator")
    submitted(editor, program)
    assert sent_back(moderator, program).status_code == 302
    ours, theirs = lists_of(editor), lists_of(moderator)
    assert "Mentoring" in ours["returned"]
    assert "Mentoring" in theirs["awaited"]
    for text in (ours["returned"], theirs["awaited"]):
        assert "".join(COMMENT.split()) in "".join(text.split())
    assert "editor at work" in theirs["awaited"]
    assert not {"drafts", "awaited"} & ours.keys()
    assert not {"drafts", "returned", "approvals"} & theirs.keys()


def test_it_is_told_by_mail_with_the_whole_comment(staff, editor, program):
    submitted(editor, program)
    mail.outbox.clear()
    sent_back(staff("moderator"), program)
    (message,) = (message for message in mail.outbox if message.to == ["editor@example.org"])
    assert COMMENT in message.body


def test_once_it_is_handed_in_again_nobody_waits_but_for_the_approval(staff, editor, program):
    moderator = staff("moderator")
    submitted(editor, program)
    sent_back(moderator, program)
    submitted(editor, program)
    assert TaskState.objects.filter(status="in_progress").count() == 1
    assert "returned" not in lists_of(editor)
    assert "approvals" in lists_of(moderator)
    assert "awaited" not in lists_of(moderator)


def test_others_see_nothing_of_it(staff, editor, program):
    submitted(editor, program)
    sent_back(staff("moderator"), program)
    assert not {"returned", "awaited"} & lists_of(staff("administrator")).keys()


def test_an_automatic_save_never_acts(staff, editor, program):
    """Wagtail's script leaves the pressed button in the form when the action is called off."""
    submitted(editor, program)
    answer = sent_back(staff("moderator"), program, headers={"accept": "application/json"})
    assert answer.json()["success"]
    assert TaskState.objects.get().status == "in_progress"
