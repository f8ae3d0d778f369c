"""What the search knows of institutions: all their names, and nothing of those that only might become partners."""

from datetime import date

import pytest

from partners import lifecycle
from partners.models import Institution, InstitutionName
from tests.factories import AgreementFactory, PartnerFactory

pytest.importorskip("portal.search.registry")
pytestmark = pytest.mark.django_db


def entries(institution):
    from partners.search_documents import InstitutionDocuments

    documents = InstitutionDocuments()
    return [documents.entries(one) for one in documents.load([institution.pk])]


def test_every_name_is_found():
    malta = PartnerFactory(name_de="Universität Malta", name_en="University of Malta", country="MT")
    AgreementFactory(partners=[malta])
    InstitutionName.objects.create(institution=malta, value="Universitas Melitensis", language="la")
    lifecycle.rename(malta, date(2023, 1, 1), {"name_de": "Hochschule Malta"})
    [found] = entries(malta)
    assert set(found) == {"de", "en"}
    assert {"Universität Malta", "Universitas Melitensis", "University of Malta"} <= set(found["de"].names)
    assert "Malta" in found["de"].labels


def test_so_are_those_of_the_ones_that_became_part_of_it():
    old, new = PartnerFactory(name_de="Kleine Hochschule"), PartnerFactory()
    AgreementFactory(partners=[old])
    lifecycle.merge(old, new, date(2023, 1, 1))
    assert entries(old) == []
    [found] = entries(Institution.objects.get(pk=new.pk))
    assert "Kleine Hochschule" in found["de"].names


def test_a_prospective_partner_has_no_document():
    hidden = PartnerFactory()
    AgreementFactory(partners=[hidden], stage="negotiation")
    assert entries(hidden) == []
