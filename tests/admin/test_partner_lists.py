"""The international office's lists: filters, sort order and number of queries."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partners.models import Agreement, Contact, DueDiligence, Institution, Renewal, Stage, Unit
from tests.admin.forms import Form
from tests.admin.records import admin_url
from tests.benchmarks.volume.partners import make_partners
from tests.factories import AgreementFactory, ContactFactory, PartnerFactory, UnitFactory

BUDGET = 17
NOW = "2026-11-10 12:00 +0100"


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(NOW, tick=False)


def rows(client, model, **query):
    page = BeautifulSoup(client.get(admin_url("list", model, **query)).content, "html.parser")
    return [name.get_text(" ", strip=True) for name in page.select("main [id^=snippet_][id$=_title]")]


@pytest.fixture
def office(staff, site):
    return staff("international-office")


@pytest.fixture
def institutions(site):
    active = PartnerFactory(name_de="Aktiv", country="MT", city_de="Msida", website="https://example.org", latitude=1)
    dormant, former = PartnerFactory(name_de="Ruhend", country="FR"), PartnerFactory(name_de="Früher", country="FR")
    PartnerFactory(name_de="Vielleicht", country="FR")
    unit = UnitFactory(name_de="Physik")
    AgreementFactory(name_de="A", partners=[active], unit=unit, ends_on=date(2027, 2, 1))
    AgreementFactory(name_de="B", partners=[dormant], ends_on=date(2026, 2, 1))
    AgreementFactory(name_de="C", partners=[former], ends_on=date(2022, 2, 1))
    AgreementFactory(name_de="D", partners=[active], stage=Stage.DRAFT, starts_on=None)
    return unit


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"partner_status": "active"}, ["Aktiv"]),
        ({"partner_status": "dormant"}, ["Ruhend"]),
        ({"partner_status": "former"}, ["Früher"]),
        ({"country": "FR"}, ["Früher", "Ruhend", "Vielleicht"]),
        ({"ending": "6"}, ["Aktiv"]),
        ({"ordering": "-agreement_count", "country": "MT"}, ["Aktiv"]),
    ],
)
def test_institutions_can_be_narrowed(office, institutions, query, names):
    assert rows(office, Institution, **query) == names


def test_institutions_by_unit_and_by_what_is_missing(office, institutions):
    assert rows(office, Institution, unit=institutions.pk) == ["Aktiv"]
    assert "Aktiv" not in rows(office, Institution, incomplete="on")
    assert "Vielleicht" in rows(office, Institution, incomplete="on", partner_status="prospective")


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"validity": "expiring"}, ["A"]),
        ({"validity": "expired"}, ["B", "C"]),
        ({"stage": "draft"}, ["D"]),
        ({"country": "FR"}, ["B", "C"]),
        ({"ending": "12"}, ["A"]),
        ({"ordering": "-period_end"}, None),
    ],
)
def test_agreements_can_be_narrowed(office, institutions, query, names):
    names_in_list = rows(office, Agreement, **query)
    assert names_in_list == names if names else len(names_in_list) == 4


@pytest.mark.parametrize("model", [Institution, Agreement])
@pytest.mark.parametrize(
    "ordering", ["name_de", "partner_status", "validity_on_day", "period_end", "country", "sort_de"]
)
def test_every_column_sorts(office, institutions, model, ordering):
    assert office.get(admin_url("list", model, ordering=ordering)).status_code == 200


@pytest.fixture
def many(site):
    make_partners(120, 300)


@pytest.mark.parametrize("model", [Institution, Agreement, Contact, Unit, DueDiligence])
def test_a_list_of_many_asks_few_questions(office, many, model):
    for query in ({}, {"ending": "6"}, {"partner_status": "active"}, {"validity": "expiring"}, {"p": "2"}):
        address = admin_url("list", model, **query)
        office.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert office.get(address).status_code == 200
        assert len(queries) <= BUDGET, (query, [entry["sql"][:200] for entry in queries])


def test_the_report_and_the_timeline_ask_as_few(office, many):
    partner = Institution.objects.filter(parties__isnull=False).first()
    for address in ("/admin/partnerships/on/?day=2024-06-30", admin_url("timeline", partner)):
        office.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert office.get(address).status_code == 200
        assert len(queries) <= BUDGET


# The start page ----------------------------------------------------------------------------------------------------


def waiting(client, key):
    page = BeautifulSoup(client.get("/admin/").content, "html.parser")
    return [link.get_text(strip=True) for link in page.select(f"[data-worklist={key}] td.title a")]


def test_the_start_page_says_what_waits(office, site):
    AgreementFactory(name_de="Endet", ends_on=date(2027, 1, 31))
    ended = AgreementFactory(name_de="Hat Nachfolge", ends_on=date(2027, 1, 31))
    AgreementFactory(name_de="Folgt", predecessor=ended, starts_on=date(2027, 2, 1), ends_on=date(2035, 1, 1))
    AgreementFactory(name_de="Zeit zu reden", ends_on=date(2027, 7, 1))
    renewed = {"renewal": Renewal.AUTOMATIC, "renewal_months": 12, "ends_on": date(2025, 12, 31)}
    AgreementFactory(name_de="Lief weiter", **renewed)
    AgreementFactory(name_de="Bestätigt", **renewed, confirmed_on=date(2026, 1, 5))
    contact = {"unit": None, "last_confirmed_on": date(2025, 1, 1)}
    ContactFactory(name_de="Alt bestätigt", institution=PartnerFactory(), **contact)
    assert waiting(office, "ending") == ["Endet"]
    assert waiting(office, "talks-due") == ["Zeit zu reden"]
    assert waiting(office, "to-confirm") == ["Lief weiter"]
    assert waiting(office, "contacts") == ["Alt bestätigt"]
    assert "Endet" in waiting(office, "incomplete-agreements")
    assert waiting(office, "untranslated")


def test_the_start_page_asks_no_more_for_more(office, site):
    make_partners(10, 20)
    office.get("/admin/")
    with CaptureQueriesContext(connection) as few_queries:
        office.get("/admin/")
    make_partners(60, 150)
    with CaptureQueriesContext(connection) as many_queries:
        office.get("/admin/")
    assert len(many_queries) == len(few_queries)


@pytest.mark.parametrize(
    ("group", "is_shown"), [("editor", False), ("unit-editor", True), ("international-office", True)]
)
def test_the_desk_is_for_those_who_write_agreements(staff, site, group, is_shown):
    page = staff(group).get("/admin/").text
    assert ("Every signed agreement is complete." in page or "Jede unterzeichnete Vereinbarung ist" in page) is is_shown


def test_a_unit_editor_sees_the_own_ones_alone(staff, site):
    client, unit = staff("unit-editor"), UnitFactory()
    unit.editors.add(client.session["_auth_user_id"])
    AgreementFactory(name_de="Eigene", unit=unit, ends_on=date(2027, 1, 31))
    AgreementFactory(name_de="Fremde", ends_on=date(2027, 1, 31))
    assert waiting(client, "ending") == ["Eigene"]


# Timeline and deleting ---------------------------------------------------------------------------------------------


def test_a_timeline_shows_gaps_and_overlaps(office, site):
    partner, unit = PartnerFactory(), UnitFactory()
    same = {"partners": [partner], "unit": unit}
    AgreementFactory(starts_on=date(2018, 1, 1), ends_on=date(2019, 12, 31), **same)
    AgreementFactory(starts_on=date(2020, 7, 1), ends_on=date(2024, 12, 31), **same)
    AgreementFactory(starts_on=date(2024, 10, 1), ends_on=date(2028, 12, 31), **same)
    AgreementFactory(starts_on=date(2024, 10, 1), ends_on=date(2028, 12, 31), partners=[partner])  # another unit
    page = BeautifulSoup(office.get(admin_url("timeline", partner)).content, "html.parser")
    gaps = [row.get_text(" ", strip=True) for row in page.select("[data-gap]")]
    overlaps = [row.get_text(" ", strip=True) for row in page.select("[data-overlap]")]
    assert len(gaps) == 1
    assert "01.01.2020" in gaps[0]
    assert "30.06.2020" in gaps[0]
    assert len(overlaps) == 1
    assert "01.10.2024" in overlaps[0]
    assert "31.12.2024" in overlaps[0]


def test_an_overlap_warns_with_a_link(office, site):
    partner, unit = PartnerFactory(), UnitFactory()
    other = AgreementFactory(name_de="Die andere", partners=[partner], unit=unit, ends_on=date(2030, 1, 1))
    agreement = AgreementFactory(partners=[partner], unit=unit, starts_on=date(2029, 1, 1), ends_on=date(2031, 1, 1))
    form = Form.open(office, admin_url("edit", agreement))
    page = office.post(form.url, {name: values for name, values in form.values.items() if values}, follow=True).text
    assert "Die andere" in page
    assert admin_url("edit", other) in page


def test_a_partner_with_agreements_is_not_deleted_and_all_of_them_are_listed(office, site):
    partner = PartnerFactory()
    AgreementFactory(name_de="Rahmenabkommen 7", partners=[partner])
    ContactFactory(name_de="Sekretariat dort", unit=None, institution=partner)
    for send, status in ((office.get, 200), (office.post, 403)):
        answer = send(admin_url("delete", partner))
        assert answer.status_code == status
        assert "Rahmenabkommen 7" in answer.text
        assert "Sekretariat dort" in answer.text
    assert Institution.objects.filter(pk=partner.pk).exists()


def test_events_are_recorded_and_undone_in_the_admin(office, site):
    partner = PartnerFactory(name_de="Alt")
    AgreementFactory(partners=[partner])
    add = admin_url("add_event", partner, "renamed")
    assert office.get(add).status_code == 200
    assert "31.02.2024" in office.post(add, {"on": "31.02.2024", "name_de": "Neu"}).text
    answer = office.post(add, {"on": "2024-02-01", "name_de": "Neu"}, follow=True)
    assert "bis dahin „Alt“" in answer.text or "until then “Alt”" in answer.text
    assert Institution.objects.get(pk=partner.pk).name_de == "Neu"
    event = partner.events.get()
    undo = admin_url("undo_event", partner, event.public_id)
    office.get(undo)
    assert partner.events.exists(), "a link alone undoes nothing"
    office.post(undo)
    assert Institution.objects.get(pk=partner.pk).name_de == "Alt"
    assert "Alt" in office.get(admin_url("history", partner)).text
    assert office.get(admin_url("add_event", partner, "exploded")).status_code == 404


def test_who_may_only_read_is_offered_no_event(staff, site):
    partner = PartnerFactory()
    for name, is_offered in (("international-office", True), ("due-diligence-reader", False)):
        page = staff(name).get(admin_url("events", partner))
        assert page.status_code == 200
        assert (admin_url("add_event", partner, "renamed") in page.text) is is_offered
