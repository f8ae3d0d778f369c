"""An editor's draft needs one approval, a moderator's none; comments and changes stay readable."""

import pytest
from django.urls import reverse
from wagtail.models import TaskState, Workflow

from partners.models import Institution
from portal.pages.models import ArticlePage
from programs.models import LifeSituation, Program
from tests.admin.forms import Form
from tests.admin.records import admin_url
from tests.editing.schedule_form import OpenForm
from tests.factories import LifeSituationFactory, ProgramFactory


class Record:
    """A programme or life situation in the approval workflow."""

    def __init__(self, record):
        self.record, self.url = record, admin_url("edit", record)
        self.text = "summary_de"

    def action_url(self, action, task):
        return admin_url("workflow_action", self.record, action, task.pk)

    def public(self):
        return type(self.record).objects.get(pk=self.record.pk).summary_de


class Page:
    def __init__(self, site):
        self.record = ArticlePage(title="Anfang", slug="anfang", lede="Alt.")
        site["home", "de"].add_child(instance=self.record)
        self.url, self.text = f"/admin/pages/{self.record.pk}/edit/", "lede"

    def action_url(self, action, task):
        return reverse("wagtailadmin_pages:workflow_action", args=[self.record.pk, action, task.pk])

    def public(self):
        return ArticlePage.objects.get(pk=self.record.pk).lede


@pytest.fixture(params=["program", "situation", "page"])
def work(request, site):
    if request.param == "page":
        return Page(site)
    factory = {"program": ProgramFactory, "situation": LifeSituationFactory}[request.param]
    record = factory(summary_de="Alt.")
    record.save_revision().publish()
    return Record(record)


def written(client, work, action=""):
    form = Form.open(client, work.url)
    if isinstance(work, Page):
        form["body-count"] = ["0"]
    form[work.text] = "Neu."
    return form.post(action)


def test_there_is_one_approval_for_all_of_it(db):
    (workflow,) = Workflow.objects.active()
    (task,) = workflow.tasks
    assert [group.name for group in task.specific.groups.all()] == ["moderator"]
    for model in (Program, LifeSituation, Institution):
        assert model.get_default_workflow() == workflow


def test_an_editor_submits_and_a_moderator_approves(staff, work):
    editor, moderator = staff("editor"), staff("moderator")
    assert 'name="action-publish"' not in editor.get(work.url).content.decode()
    written(editor, work, "action-submit")
    assert work.public() == "Alt."
    task = TaskState.objects.get(status="in_progress")
    answer = moderator.post(work.action_url("approve", task), {"comment": ""})
    assert answer.status_code in {200, 302}
    assert work.public() == "Neu."


def test_a_moderator_may_ask_for_changes_and_the_editor_submits_again(staff, work):
    editor, moderator = staff("editor"), staff("moderator")
    written(editor, work, "action-submit")
    task = TaskState.objects.get(status="in_progress")
    moderator.post(work.action_url("reject", task), {"comment": "Bitte genauer."})
    task.refresh_from_db()
    assert (task.status, task.comment) == ("rejected", "Bitte genauer.")
    assert work.public() == "Alt."
    assert "Bitte genauer." in editor.get("/admin/").content.decode()
    written(editor, work, "action-submit")
    assert TaskState.objects.filter(status="in_progress").count() == 1


def test_an_editor_cannot_publish_by_any_button(staff, work):
    editor = staff("editor")
    written(editor, work, "action-publish")
    assert work.public() == "Alt."
    written(editor, work, "action-submit")
    task = TaskState.objects.get(status="in_progress")
    editor.post(work.action_url("approve", task), {"comment": ""})
    assert work.public() == "Alt."


def test_a_moderator_publishes_without_asking(staff, work):
    written(staff("moderator"), work, "action-publish")
    assert work.public() == "Neu."
    assert not TaskState.objects.exists()


def test_what_waits_for_approval_is_closed_to_its_author(staff, work):
    editor = staff("editor")
    written(editor, work, "action-submit")
    form = OpenForm.open(editor, work.url)
    if isinstance(work, Page):
        form["body-count"] = ["0"]
    form[work.text] = "Noch neuer."
    form.post()
    latest = type(work.record).objects.get(pk=work.record.pk).get_latest_revision_as_object()
    assert getattr(latest, work.text) == "Neu."
