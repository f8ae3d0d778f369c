"""Readers can request missing English texts; requests are counted without storing anything about the reader."""

from datetime import datetime, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.sessions.models import Session
from django.test import Client

from portal.core.time.moment import BERLIN
from portal.pages.models import AccessPage, ArticlePage
from portal.translation import selectors
from portal.translation.models import Translation
from tests.factories import ENGLISH, ProgramFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def program(site, committed):
    with committed():
        return ProgramFactory(name_de="Lernraum", slug_de="lernraum")


@pytest.fixture
def article(site, committed):
    with committed():
        page = ArticlePage(title="Nur auf Deutsch", slug="nur-deutsch", locale=site["home", "de"].locale)
        site["home", "de"].add_child(instance=page)
    return page


def button(address):
    """Return the request form of the page at `address`, or None."""
    response = Client().get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").select_one("form.request")


def press(form, address="192.0.2.1", **headers):
    fields = {field["name"]: field["value"] for field in form.select("input")}
    return Client(enforce_csrf_checks=True, REMOTE_ADDR=address).post(form["action"], fields, headers=headers)


def requests(thing):
    return selectors.of_object(thing).requests


def test_a_reader_of_a_programme_in_german_only_can_ask_for_it(program):
    form = button("/en/programmes/lernraum/")
    response = press(form)
    assert response.status_code == 200
    assert requests(program) == 1
    page = BeautifulSoup(response.content, "html.parser")
    assert page.html["lang"] == "en"
    assert page.find(string="Lernraum").parent["lang"] == "de"
    assert page.find("a", string="Back to the page")["href"] == "/en/programmes/lernraum/"


def test_a_reader_of_a_page_in_german_only_is_asked_in_english(article):
    form = button("/de/nur-deutsch/")
    assert form["lang"] == "en"
    assert "in English?" in form.get_text()
    press(form)
    press(form, address="192.0.2.2")
    assert requests(article) == 2


def test_thirty_requests_in_a_row_count_once(program):
    form = button("/en/programmes/lernraum/")
    answers = {press(form).status_code for _time in range(30)}
    assert (answers, requests(program)) == ({200}, 1)


def test_the_same_reader_counts_again_the_next_day(program):
    with time_machine.travel(datetime(2026, 11, 20, 12, tzinfo=BERLIN)) as clock:
        form = button("/en/programmes/lernraum/")
        press(form)
        clock.shift(timedelta(days=1, seconds=1))
        press(form)
    assert requests(program) == 2


def test_nothing_is_asked_where_there_is_english_or_where_german_is_meant(site, committed):
    with committed():
        ProgramFactory(slug_de="mentoring", slug_en="mentoring", **ENGLISH)
        ProgramFactory(slug_de="lernraum")
        easy = AccessPage(title="Leichte Sprache", slug="leicht", purpose="easy", locale=site["home", "de"].locale)
        site["home", "de"].add_child(instance=easy)
    for address in ("/en/programmes/mentoring/", "/de/angebote/lernraum/", "/de/leicht/", "/de/", "/en/"):
        assert button(address) is None, address
    assert selectors.of_object(easy) is None


def test_what_many_ask_for_stands_first(program, article):
    press(button("/de/nur-deutsch/"))
    assert selectors.waiting().first() == selectors.of_object(article)


def test_nothing_about_the_reader_is_kept(program):
    before = Translation.objects.values().get(pk=selectors.of_object(program).pk)
    response = press(button("/en/programmes/lernraum/"))
    after = Translation.objects.values().get(pk=before["id"])
    assert {name for name in after if after[name] != before[name]} == {"requests"}
    assert not response.cookies
    assert not Session.objects.exists()


def test_a_form_on_another_site_counts_nothing(program):
    response = press(button("/en/programmes/lernraum/"), origin="https://elsewhere.example")
    assert response.status_code == 403
    assert requests(program) == 0
    assert press(button("/en/programmes/lernraum/"), origin="http://testserver").status_code == 200


def test_there_is_nothing_to_ask_for_where_the_english_is_current(site, committed):
    with committed():
        program = ProgramFactory(**ENGLISH)
    address = f"/en/translation-requests/{selectors.of_object(program).pk}/"
    assert Client().post(address).status_code == 404
    assert Client().post("/en/translation-requests/0/").status_code == 404
    assert requests(program) == 0


def test_looking_at_the_address_counts_nothing(program):
    form = button("/en/programmes/lernraum/")
    assert Client().get(form["action"]).status_code == 405
    assert requests(program) == 0


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_the_way_back_leads_nowhere_else(program, back):
    form = button("/en/programmes/lernraum/")
    form.input["value"] = back
    assert "elsewhere" not in press(form).content.decode()
    assert "javascript" not in press(form).content.decode()


def test_nothing_is_asked_while_there_is_no_english_part_of_the_site(site, article, committed):
    with committed():
        site["home", "en"].unpublish()
    assert button("/de/nur-deutsch/") is None
