"""The dossier of an institution: all that its reader may see, in words, with queries that do not grow."""

from datetime import date

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from partners.institutions import lifecycle
from partners.models import AgreementDocument, Decision, Institution, Stage
from tests.admin.records import admin_url
from tests.factories import AgreementFactory, ContactFactory, DueDiligenceFactory, PartnerFactory

BUDGET = 40


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-11-27T12:00:00+01:00", tick=False):
        yield


@pytest.fixture
def institution(site):
    """A partner with a former name, another one that became part of it, and one thing of every kind."""
    old = PartnerFactory(name_de="Hochschule am Hafen", name_en="Harbour College", country="MT")
    institution = PartnerFactory(name_de="Alte Universität", name_en="Old University", country="MT")
    lifecycle.merge(old, institution, date(2023, 5, 1))
    user = get_user_model().objects.get(username="administrator")
    names = {"name_de": "Neue Universität", "name_en": "New University"}
    lifecycle.rename(institution, date(2024, 3, 1), names, user=user)
    signed = {"starts_on": date(2020, 1, 1), "ends_on": date(2027, 2, 28), "reference": "EX-1"}
    agreement = AgreementFactory(partners=[old], name_de="Austausch", **signed)
    AgreementFactory(partners=[institution], name_de="Entwurf", stage=Stage.DRAFT, starts_on=None)
    AgreementDocument.objects.create(agreement=agreement, title_de="Vertrag", file="agreements/x.pdf")
    ContactFactory(unit=None, institution=institution, name_de="Akademisches Auslandsamt", person="Ada Borg")
    DueDiligenceFactory(
        institution=institution,
        decision=Decision.CONDITIONS,
        reviewed_on=date(2025, 1, 2),
        next_review_on=date(2026, 1, 2),
        note="Vorsicht bei Exportkontrolle.",
    )
    return Institution.objects.get(pk=institution.pk)


@pytest.fixture
def staff(staff, institution):
    return staff


def address(institution):
    return reverse("partners_dossier", args=[institution.pk])


def read(client, institution):
    answer = client.get(address(institution))
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser").main.get_text(" ", strip=True)


def test_the_office_reads_everything_on_one_page(site, staff, institution):
    page = read(staff("international-office", "en"), institution)
    for words in (
        "Neue Universität",
        "until then “Old University”",
        "“Harbour College” became part of “New University”",
        "Austausch (EX-1)",
        "in force until 28 February 2027",
        "Entwurf",
        "Draft",
        "Vertrag",
        "Ada Borg",
        "With conditions",
        "Vorsicht bei Exportkontrolle.",
        "Due diligence that is overdue",
        "Renamed",
    ):
        assert words in page, words


def test_in_german_too(site, staff, institution):
    page = read(staff("international-office", "de"), institution)
    for words in ("in Kraft bis 28. Februar 2027", "Due Diligence", "Zu tun"):
        assert words.casefold() in page.casefold(), words


def test_others_read_what_they_have_a_right_on(site, staff, institution):
    page = read(staff("moderator", "en"), institution)
    assert "Ada Borg" in page
    assert "Your account may not see agreements." in page
    for secret in ("EX-1", "Austausch", "Vertrag", "Vorsicht", "Due diligence", "With conditions"):
        assert secret not in page, secret


def test_who_has_no_right_on_institutions_is_refused(site, staff, institution):
    assert staff("unit-editor").get(address(institution)).status_code == 403


def test_many_agreements_and_contacts_take_no_more_queries(site, client, institution):
    baseline = query_count(client, institution)
    for number in range(4):
        AgreementFactory(partners=[institution], name_de=f"Weiterer {number}", starts_on=date(2026, 1, 1))
        ContactFactory(unit=None, institution=institution)
    assert query_count(client, institution) == baseline <= BUDGET


def query_count(client, institution):
    client.get(address(institution))
    with CaptureQueriesContext(connection) as queries:
        client.get(address(institution))
    return len(queries)


@pytest.mark.parametrize("view", ["list", "edit", "timeline", "events"])
def test_what_became_of_a_merged_one_is_said_wherever_staff_meet_it(staff, institution, view):
    old = institution.predecessors.get()
    url = admin_url(view, Institution if view == "list" else old)
    page = BeautifulSoup(staff(language="en").get(url).content, "html.parser").get_text(" ", strip=True)
    assert "ecame part of “Neue Universität”" in page
    assert "Became part of “Neue Universität” on 1 May 2023." in read(staff(language="en"), old)


def test_the_list_and_the_form_lead_to_it(client, institution):
    for url in (admin_url("list", Institution), admin_url("edit", institution)):
        assert address(institution) in client.get(url).text
