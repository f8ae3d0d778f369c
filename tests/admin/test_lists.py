"""Admin lists and forms have a bounded number of queries, and lists can be filtered."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from partners.models import Contact, Fact, Institution, Unit
from programs.models import Kind, LifeSituation, Program
from tests.admin.records import admin_url, full_program, full_situation
from tests.factories import ENGLISH, ContactFactory, FactFactory, InstitutionFactory, ProgramFactory, UnitFactory

EDIT_BUDGET = 42  # queries of the form of a record as it is published
DRAFT_BUDGET = 55  # of a draft, whose relations django-modelcluster reads one by one
BYTES = 178_000  # of a programme's form with one of everything: 55 kB are Wagtail's frame, 17 kB names of languages
FACTORIES = {
    Program: ProgramFactory,
    Unit: UnitFactory,
    Institution: InstitutionFactory,
    Contact: ContactFactory,
    Fact: FactFactory,
}


def query_count(client, address):
    """Return the number of queries of an address once caches are warm."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


@pytest.mark.parametrize("model", FACTORIES)
def test_a_list_asks_no_more_for_more_rows(client, site, model):
    FACTORIES[model].create_batch(3)
    baseline = query_count(client, admin_url("list", model))
    FACTORIES[model].create_batch(9)
    assert query_count(client, admin_url("list", model)) == baseline


@pytest.mark.parametrize("make", [full_program, full_situation])
def test_an_edit_form(client, site, make):
    address = admin_url("edit", make())
    assert query_count(client, address) <= EDIT_BUDGET
    assert len(client.get(address).content) <= BYTES


def test_an_edit_form_of_a_draft(client, site):
    program = full_program()
    program.summary_de = "Neu."
    program.save_revision()
    assert query_count(client, admin_url("edit", program)) <= DRAFT_BUDGET


def test_an_edit_form_asks_no_more_among_many_records(client, site):
    program = full_program()
    baseline = query_count(client, admin_url("edit", program))
    ProgramFactory.create_batch(10)
    ContactFactory.create_batch(10)
    size = len(client.get(admin_url("edit", program)).content)
    assert query_count(client, admin_url("edit", program)) == baseline
    InstitutionFactory.create_batch(10)
    assert abs(len(client.get(admin_url("edit", program)).content) - size) < 500


def rows(client, model, **query):
    page = BeautifulSoup(client.get(admin_url("list", model, **query)).content, "html.parser")
    return [name.get_text(" ", strip=True) for name in page.select("main [id^=snippet_][id$=_title]")]


def test_what_has_no_english_can_be_found(client, site):
    ProgramFactory(name_de="Nur deutsch")
    ProgramFactory(name_de="Auch englisch", **ENGLISH)
    assert rows(client, Program, english="missing") == ["Nur deutsch"]
    assert rows(client, Program, english="there") == ["Auch englisch"]


def test_a_list_says_what_has_no_english(staff, site):
    client = staff(language="en")
    ProgramFactory(name_de="Ohne")
    ProgramFactory(name_de="Halb", name_en="Half")
    ProgramFactory(name_de="Ganz", **ENGLISH)
    page = BeautifulSoup(client.get(admin_url("list", Program)).content, "html.parser").main.get_text(" ", strip=True)
    assert "missing" in page
    assert "Half (incomplete)" in page
    assert "Mentoring for beginners" in page
    assert "Mentoring for beginners (incomplete)" not in page


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({}, "live"),
        ({"live": False}, "draft"),
        ({"has_unpublished_changes": True}, "live + draft"),
        ({"live": False, "expired": True}, "expired"),
    ],
)
def test_a_list_says_what_visitors_see(staff, site, change, state):
    ProgramFactory(name_de="Angebot")
    Program.objects.update(**change)
    page = BeautifulSoup(staff(language="en").get(admin_url("list", Program)).content, "html.parser")
    assert [tag.get_text(strip=True) for tag in page.select("main .w-status")] == [state]


def test_a_list_says_what_the_clock_will_publish(staff, site):
    program = ProgramFactory(live=False)
    program.go_live_at = timezone.now() + timedelta(days=1)
    program.save_revision().publish()
    page = BeautifulSoup(staff(language="en").get(admin_url("list", Program)).content, "html.parser")
    assert [tag.get_text(strip=True) for tag in page.select("main .w-status")] == ["scheduled"]


@pytest.mark.parametrize("ordering", ["", "sort_de"])
def test_umlauts_stand_where_readers_look_for_them(client, site, ordering):
    for name in ("Zentrum", "Ämter", "Bauen"):
        ProgramFactory(name_de=name)
    assert rows(client, Program, ordering=ordering) == ["Ämter", "Bauen", "Zentrum"]


@pytest.mark.usefixtures("wagtails_indexes")
def test_search_finds_both_names(client, site):
    ProgramFactory(name_de="Anfang", **ENGLISH)
    ProgramFactory(name_de="Anderes")
    assert rows(client, Program, q="anfang") == ["Anfang"]
    assert rows(client, Program, q="mentoring") == ["Anfang"]


@pytest.mark.parametrize("model", [Program, LifeSituation, Kind, Unit, Institution, Contact, Fact])
@pytest.mark.parametrize("query", [{"english": "?"}, {"p": "abc"}, {"ordering": "x;--"}, {"q": "\x00"}, {"p": "99"}])
def test_odd_parameters_are_no_server_error(client, site, model, query):
    assert client.get(admin_url("list", model, **query)).status_code < 500
