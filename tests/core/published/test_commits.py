"""Staff and the scheduler at work with real commits, in a separate database that is dropped afterwards."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Site

from portal.core import content_version
from portal.pages.models import HomePage
from tests.admin.forms import Form
from tests.admin.pages import created, edit_url, sent
from tests.admin.records import admin_url
from tests.core.published.cached_data import pages, programmes, version
from tests.databases import Copy, connected_to
from tests.factories import LifeSituationFactory, ProgramFactory

IN_AN_HOUR = timedelta(hours=1)
JSON = {"accept": "application/json"}


@pytest.fixture
def client(django_db_setup, django_db_blocker, uploads):
    """The administrator's client."""
    database = Copy("migrated")
    with django_db_blocker.unblock(), connected_to(database.name):
        client = Client()
        client.force_login(get_user_model().objects.create_superuser("administrator"))
        yield client
    database.drop()


def story(read, **steps) -> dict[str, int]:
    """Return for each step how often it moved the version; assert that the cached data is right after each step."""
    moves = {}
    for name, step in steps.items():
        read()
        before, answer = version(), step()
        assert answer is None or is_done(answer), name
        moves[name], cached = version() - before, read()
        content_version.forget()
        assert cached == read(), name
    return moves


def is_done(answer) -> bool:
    """Return whether a form was accepted: by a redirect, or by JSON for a script."""
    return answer.status_code == 302 or answer.json()["success"]


def in_two_hours():
    with time_machine.travel(timezone.now() + 2 * IN_AN_HOUR):
        call_command("publish_scheduled", verbosity=0)


def home() -> Page:
    page = Page.get_first_root_node().add_child(instance=HomePage(title="Start", slug="home-de"))
    Site.objects.update_or_create(is_default_site=True, defaults={"root_page": page})
    return page


def test_a_page(client):
    blocks = [("quote", {"text": "Gesagtes.", "source": "Jemand"})]
    article = created(client, home(), blocks)

    def edited(**fields):
        return client.post(edit_url(article), sent(blocks, title="Neu", **fields))

    def post(view):
        return client.post(reverse(f"wagtailadmin_pages:{view}", args=[article.pk]))

    assert story(
        pages,
        draft=edited,
        saved_along=lambda: client.post(edit_url(article), sent(blocks, title="Neuer"), headers=JSON),
        published=lambda: edited(**{"action-publish": "1"}),
        locked=lambda: post("lock"),
        unlocked=lambda: post("unlock"),
        unpublished=lambda: post("unpublish"),
        draft_of_a_hidden_one=edited,
        published_again=lambda: edited(**{"action-publish": "1"}),
        deleted=lambda: post("delete"),
    ) == {
        "draft": 0,
        "saved_along": 0,
        "published": 1,
        "locked": 0,
        "unlocked": 0,
        "unpublished": 1,
        "draft_of_a_hidden_one": 0,
        "published_again": 1,
        "deleted": 1,
    }


def test_a_record(client):
    home()
    situation = LifeSituationFactory()

    def edited(action=""):
        form = Form.open(client, admin_url("edit", situation))
        form["name_de"] = "Neu"
        return form.post(action)

    assert story(
        programmes,
        draft=edited,
        published=lambda: edited("action-publish"),
        unpublished=lambda: client.post(admin_url("unpublish", situation)),
    ) == {"draft": 0, "published": 1, "unpublished": 1}


def test_a_record_with_parts_moves_it_once_although_nobody_opens_a_transaction(client):
    program = ProgramFactory(periods=[{"kind": "rolling"}, {"kind": "on-request"}])

    def scheduled():
        program.go_live_at = timezone.now() + IN_AN_HOUR
        program.save_revision().publish()

    assert story(programmes, saved=program.save, scheduled=scheduled, published=in_two_hours) == {
        "saved": 1,
        "scheduled": 0,
        "published": 1,
    }
