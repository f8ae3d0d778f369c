"""Search documents of institutions: all their names, but none for prospective partners."""

from datetime import date, datetime

import pytest
import time_machine

from partners.institutions import lifecycle
from partners.institutions.search_documents import InstitutionDocuments
from partners.models import Institution, InstitutionName
from portal.core.time.moment import BERLIN
from portal.search.models import SearchDocument
from portal.search.writing import write_missing
from tests.factories import AgreementFactory, PartnerFactory

pytestmark = pytest.mark.django_db


def entries(institution):
    documents = InstitutionDocuments()
    return [documents.entries(loaded) for loaded in documents.load([institution.pk])]


def test_every_name_is_found():
    malta = PartnerFactory(name_de="Universität Malta", name_en="University of Malta", country="MT")
    AgreementFactory(partners=[malta])
    InstitutionName.objects.create(institution=malta, value="Universitas Melitensis", language="la")
    lifecycle.rename(malta, date(2023, 1, 1), {"name_de": "Hochschule Malta"})
    [entries_by_language] = entries(malta)
    assert set(entries_by_language) == {"de", "en"}
    assert {"Universität Malta", "Universitas Melitensis", "University of Malta"} <= set(
        entries_by_language["de"].names
    )
    assert "Malta" in entries_by_language["de"].labels


def test_so_are_those_of_the_ones_that_became_part_of_it():
    old, new = PartnerFactory(name_de="Kleine Hochschule"), PartnerFactory()
    AgreementFactory(partners=[old])
    lifecycle.merge(old, new, date(2023, 1, 1))
    assert entries(old) == []
    [entries_by_language] = entries(Institution.objects.get(pk=new.pk))
    assert "Kleine Hochschule" in entries_by_language["de"].names


def test_a_prospective_partner_has_no_document():
    hidden = PartnerFactory()
    AgreementFactory(partners=[hidden], stage="negotiation")
    assert entries(hidden) == []


def test_a_partner_that_the_calendar_made_one_is_found_from_that_day_on(django_capture_on_commit_callbacks):
    with time_machine.travel(datetime(2026, 11, 20, 12, tzinfo=BERLIN), tick=False) as clock:
        write_missing()  # documents of other records
        with django_capture_on_commit_callbacks(execute=True):
            partner = PartnerFactory(name_de="Universität Malta")
            AgreementFactory(partners=[partner], starts_on=date(2026, 11, 21), signed_on=date(2026, 11, 1))
        documents = SearchDocument.objects.filter(kind="institution", object_id=partner.pk)
        assert write_missing() == 0
        clock.move_to(datetime(2026, 11, 21, 0, 1, tzinfo=BERLIN))
        assert write_missing() == documents.count() == 1
        assert write_missing() == 0
