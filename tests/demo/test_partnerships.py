"""The demo's partners: real institutions, made-up agreements of every kind, and no personal data."""

from collections import Counter

import pytest
from django.core.management import call_command

from partners.agreements.validity import Validity
from partners.agreements.validity_sql import with_validity
from partners.institutions.status import PARTNERS, with_status
from partners.models import Agreement, AgreementType, Contact, EventKind, Institution, Party, Stage

pytestmark = pytest.mark.usefixtures("demo_content")
CONTINENTS = {"Europe": "MT", "Asia": "SG", "Africa": "GH", "America": "CL", "Oceania": "NZ"}


def partners():
    return with_status(Institution.objects.all()).filter(partner_status__in=PARTNERS)


def test_sixty_institutions_in_thirty_countries_on_five_continents():
    countries = set(partners().values_list("country", flat=True))
    assert partners().count() >= 60
    assert len(countries) >= 30
    assert set(CONTINENTS.values()) <= countries
    assert {"MT", "SG", "HK"} <= countries


def test_what_makes_a_directory_difficult_is_there():
    names = Counter(Institution.objects.values_list("name_en", flat=True))
    twice = [name for name, count in names.items() if count > 1]
    assert any(Institution.objects.filter(name_en=name).values("country").distinct().count() > 1 for name in twice)
    cities = Counter(partners().values_list("country", "city_de"))
    assert max(cities.values()) >= 10
    assert partners().filter(latitude=None).exists()
    kinds = set(Institution.objects.values_list("events__kind", flat=True))
    assert {EventKind.RENAMED, EventKind.MERGED, EventKind.SPLIT, EventKind.CLOSED} <= kinds
    assert Institution.objects.exclude(successor=None).exists()
    assert Institution.objects.exclude(name_latin="").exists()


def test_agreements_of_every_type_stage_and_validity():
    assert not AgreementType.objects.filter(agreements=None).exists()
    assert set(Agreement.objects.values_list("stage", flat=True)) == set(Stage)
    validities = set(with_validity(Agreement.objects.all()).values_list("validity_on_day", flat=True))
    assert validities == set(Validity)
    assert Party.objects.exclude(left_on=None).exists()


def test_what_is_made_up_says_so():
    for agreement in Agreement.objects.all():
        assert "(Beispiel)" in agreement.name_de
        assert "(sample)" in agreement.name_en


def test_contacts_there_are_mailboxes_that_nobody_has():
    for contact in Contact.objects.exclude(institution=None).exclude(email=""):
        assert contact.person == ""
        assert contact.email.endswith((".example", "@example.org")) or contact.unit_id, contact.email


def test_every_record_could_be_saved_by_its_form():
    for model in (Institution, Agreement):
        for record in model.objects.all():
            record.full_clean()


def test_loading_again_creates_nothing():
    before = {model: model.objects.count() for model in (Institution, Agreement, Party, Contact)}
    call_command("load_demo", verbosity=0)
    assert {model: model.objects.count() for model in before} == before
