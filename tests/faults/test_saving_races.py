"""Automatic saves and actions at the same moment, on real connections: one waits, and what is too late is refused."""

import threading
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.db.models import Q
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, Revision

from partners.models import Unit
from portal.core.rights.turns import hold
from portal.editing.publishing import publish_scheduled
from portal.pages.models import ArticlePage
from programs.models import Program
from tests.admin.forms import Form
from tests.admin.records import admin_url
from tests.factories import ProgramFactory, UnitFactory
from tests.faults.test_races import committing, wait_until_somebody_waits  # noqa: F401  (a fixture)

pytestmark = pytest.mark.usefixtures("committing")
AUTOMATIC = {"headers": {"accept": "application/json"}}


@pytest.fixture
def client(committing):  # noqa: F811
    client = Client()
    client.force_login(get_user_model().objects.create(username="Kim", is_superuser=True))
    return client


class Meanwhile(threading.Thread):
    """A request on a connection of its own; `answer` once it has been joined."""

    def __init__(self, send, **options):
        super().__init__()
        self.send, self.options = send, options

    def run(self):
        try:
            self.answer = self.send(**self.options)
        finally:
            connection.close()

    def finished(self):
        self.join(30)
        return self.answer


def during(model, key, act, send, **options):
    """Send a request while `act` has the turn at an object, and return its answer."""
    request = Meanwhile(send, **options)
    with transaction.atomic():
        hold(model, Q(pk=key))
        request.start()
        wait_until_somebody_waits()
        act()
    return request.finished()


@pytest.fixture
def program(client):
    program = ProgramFactory(summary_de="Alt.", live=False)
    program.save_revision()
    return program


def test_an_automatic_save_that_comes_too_late_leaves_a_publication_alone(client, program):
    form = Form.open(client, admin_url("edit", program))
    form["summary_de"] = "Neuer."
    answer = during(Program, program.pk, lambda: program.save_revision().publish(), form.post, **AUTOMATIC)
    assert (answer.status_code, answer.json()["error_code"]) == (409, "invalid_revision")
    stored = Program.objects.get()
    assert (stored.live, stored.has_unpublished_changes, stored.summary_de) == (True, False, "Alt.")


def test_an_automatic_save_of_what_is_deleted_is_refused_and_no_error(client, program):
    form = Form.open(client, admin_url("edit", program))
    answer = during(Program, program.pk, program.delete, form.post, **AUTOMATIC)
    assert (answer.status_code, answer.json()["success"]) == (409, False)
    assert not Program.objects.exists()


def test_a_page_that_is_moved_while_it_is_saved_stays_in_its_new_place(client):
    root = Page.objects.get(depth=1)
    # Of a page that is not public, Wagtail saves every column, its place in the tree included.
    pages = (ArticlePage(title=title, slug=title, live=False) for title in ("eins", "zwei"))
    article, other = (root.add_child(instance=page) for page in pages)
    article.save_revision()
    form = Form.open(client, f"/admin/pages/{article.pk}/edit/")
    form["body-count"] = ["0"]
    move = lambda: article.move(Page.objects.get(pk=other.pk), pos="last-child")  # noqa: E731
    answer = during(Page, article.pk, move, form.post, **AUTOMATIC)
    assert answer.status_code == 200
    assert Page.objects.get(pk=article.pk).get_parent().pk == other.pk
    assert not any(Page.find_problems())


def test_what_acts_on_several_waits_for_each(client, program):
    url = f"/admin/bulk/programs/program/delete/?id={program.pk}"
    save = lambda: Program.objects.get().save_revision()  # noqa: E731
    assert during(Program, program.pk, save, client.post, path=url).status_code == 302
    assert not Program.objects.exists()


def test_of_two_who_save_at_once_the_second_sees_what_the_first_wrote(client):
    unit = UnitFactory(name_de="Alt")
    form = Form.open(client, admin_url("edit", unit))
    form["website"] = "https://example.org/mine"
    update = lambda: Unit.objects.update(website="https://example.org/theirs")  # noqa: E731
    answer = during(Unit, unit.pk, update, form.post)
    assert "https://example.org/theirs" in Form(client, form.url, answer.content.decode()).messages()
    assert Unit.objects.get().website == "https://example.org/theirs"


def test_whoever_publishes_by_the_clock_waits_too(client, program):
    a_moment_ago = timezone.now() - timedelta(minutes=1)
    scheduled = program.save_revision(approved_go_live_at=a_moment_ago)
    cancel = lambda: Revision.objects.filter(pk=scheduled.pk).update(approved_go_live_at=None)  # noqa: E731
    during(Program, program.pk, cancel, publish_scheduled)
    assert not Program.objects.get().live
