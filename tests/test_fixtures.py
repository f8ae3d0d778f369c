"""The fixtures and hooks of conftest."""

import datetime as dt
import os
from itertools import product
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone, translation
from wagtail.models import Locale, Page, Site

from portal.demo.loading.staff import ACCOUNTS
from tests.databases import connected_to, with_database
from tests.index_pages import INDEXES

ONE_OF_SEVERAL = pytest.mark.parametrize("run", range(2))


def people():
    return set(get_user_model().objects.values_list("username", flat=True))


@ONE_OF_SEVERAL
@pytest.mark.django_db
def test_a_test_begins_with_what_the_migrations_make(run):
    assert people() == set()
    assert Locale.objects.exists()
    get_user_model().objects.create(username="someone")


@ONE_OF_SEVERAL
@pytest.mark.django_db(transaction=True)
def test_even_after_one_that_commits(run):
    assert people() == set()
    assert Locale.objects.exists()
    get_user_model().objects.create(username="someone")


@ONE_OF_SEVERAL
def test_a_test_that_asks_for_a_site_begins_with_its_pages(run, site):
    assert sorted(site) == sorted(product(("home", *INDEXES), ("de", "en")))
    assert people() == set()
    site["programs", "en"].delete()
    get_user_model().objects.create(username="someone")


@pytest.mark.django_db
def test_others_begin_without_any():
    assert not Page.objects.filter(depth__gt=2).exists()


def save_ada():
    get_user_model().objects.create(username="ada")


@ONE_OF_SEVERAL
@pytest.mark.django_db
@pytest.mark.saved_once(by=save_ada)
def test_what_a_function_saves_once_is_there_in_each_test_that_names_it(run):
    assert people() == {"ada"}
    get_user_model().objects.all().delete()


@ONE_OF_SEVERAL
@pytest.mark.django_db(transaction=True)
@pytest.mark.saved_once(by=save_ada)
def test_and_again_after_one_that_commits(run, site):
    assert people() == {"ada"}
    assert site["home", "de"].live
    get_user_model().objects.all().delete()


@pytest.mark.saved_once(by=save_ada)
def test_what_is_saved_once_is_saved_in_one_process(request):
    """pytest-xdist sends the tests of a group to one process by the end of their ids."""
    assert "PYTEST_XDIST_WORKER" not in os.environ or request.node.nodeid.endswith("@save_ada")


@ONE_OF_SEVERAL
def test_a_test_on_the_demo_content_leaves_it_as_it_was(run, demo_content):
    assert people() == set(ACCOUNTS)
    get_user_model().objects.create(username="someone")


def test_the_demo_content_is_served(demo_server, page):
    assert page.goto("/de/").status == 200
    assert page.url == f"{demo_server}/de/"


@ONE_OF_SEVERAL
def test_what_a_test_saves_on_its_own_server_is_gone_with_it(run, editable_demo_server):
    assert "someone" not in people()
    get_user_model().objects.create(username="someone")


@pytest.mark.django_db
def test_the_two_databases_cannot_be_had_at_once(demo_database):
    with pytest.raises(RuntimeError, match="not both"), connected_to(demo_database.name):
        pass


def test_no_database_at_all_unless_asked_for():
    with pytest.raises(RuntimeError, match="Database access not allowed"):
        Site.objects.exists()


@ONE_OF_SEVERAL
def test_the_language_of_a_test_ends_with_it(run):
    assert translation.get_language() == "de"
    translation.activate("en")


@time_machine.travel(dt.datetime(2027, 3, 28, 1, 30, tzinfo=ZoneInfo("Europe/Berlin")), tick=False)
def test_a_test_may_stop_the_clock(demo_content, client):
    assert timezone.localtime().isoformat() == "2027-03-28T01:30:00+01:00"
    assert client.get("/de/").status_code == 200


def test_uploads_go_to_a_folder_of_the_tests(uploads):
    name = default_storage.save("note.txt", ContentFile(b"text"))
    assert (uploads / name).read_bytes() == b"text"


def test_the_database_of_the_address_is_never_the_one_tests_run_on():
    with pytest.raises(ValueError, match="would run on the database that DATABASE_URL names"):
        with_database("postgres://me@localhost/mine?sslmode=require", "mine")
    assert with_database("postgres://me@localhost/mine?a=b", "other") == "postgres://me@localhost/other?a=b"


@pytest.mark.django_db
def test_the_name_says_that_it_is_a_test():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database()")
        assert cursor.fetchone()[0].startswith("portal_test_")
