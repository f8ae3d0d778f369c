"""The office's actions on partners, and whether they move the content version."""

from datetime import date, timedelta
from functools import partial

import pytest

from partners.contacts.purging import purge_expired_contacts
from partners.institutions import lifecycle
from partners.models import Institution, InstitutionName, Party, SubjectField
from portal.core.time.moment import today
from tests.core.published.cached_data import partnerships
from tests.factories import (
    AgreementFactory,
    ContactFactory,
    DueDiligenceFactory,
    InstitutionFactory,
    PartnerFactory,
    UnitFactory,
)

pytestmark = pytest.mark.django_db
DAY = date(2025, 1, 1)

planned = partial(AgreementFactory, stage="draft", signed_on=None)
prospective = PartnerFactory
private = partial(ContactFactory, person="Kim Beispiel")
named = partial(private, publication_basis="Zustimmung vom 3. Mai 2026")


def stored(row):
    return type(row).objects.get(pk=row.pk)


def saved(**columns):
    """Return a function that sets the columns of a row and saves it."""

    def change(row):
        for name, value in columns.items():
            setattr(row, name, value)
        row.save()

    return change


def published(institution):
    institution.country = "MT"
    institution.save_revision().publish()


def partner(**columns) -> Institution:
    """Return an institution with a signed agreement."""
    institution = PartnerFactory(**columns)
    AgreementFactory(partners=[institution])
    return institution


def two() -> Institution:
    partner(name_de="Ziel")
    return partner()


def merged(institution):
    lifecycle.merge(institution, Institution.objects.get(name_de="Ziel"), on=DAY)


def taken_in() -> Institution:
    """Return an institution that has been merged into another one."""
    institution = two()
    merged(institution)
    return institution


def next_one():
    """Return a draft of the successor of an agreement."""
    return planned(predecessor=AgreementFactory())


def deleted(row):
    row.delete()


def with_party(agreement):
    Party.objects.create(agreement=agreement, institution=PartnerFactory())


def with_subject(agreement):
    agreement.subjects.add(SubjectField.objects.get(code="061"))
    agreement.save()


def former_name(institution):
    InstitutionName.objects.create(institution=institution, value="Alte Schule", kind="former", language="de")


def purged(_contact):
    assert purge_expired_contacts() == 1


UNNOTICED = {
    "an agreement is planned": (UnitFactory, lambda unit: planned(unit=unit, partners=[])),
    "a planned agreement is changed": (planned, saved(name_de="Neu")),
    "a planned agreement gets a party": (planned, with_party),
    "a planned agreement is deleted": (partial(planned, partners=[]), deleted),
    "who might become a partner is published": (prospective, published),
    "who might become a partner gets a former name": (prospective, former_name),
    "who might become a partner is reviewed": (
        prospective,
        lambda institution: DueDiligenceFactory(institution=institution),
    ),
    "a hidden institution gets a draft": (partial(InstitutionFactory, live=False), saved(country="MT")),
    "a person is noted": (UnitFactory, lambda unit: private(unit=unit)),
    "a person is changed": (private, saved(email="neu@example.org")),
    "a person is deleted": (private, deleted),
    "a contact whose time was over": (partial(named, delete_after=today() - timedelta(days=1)), purged),
}
NOTICED = {
    "an agreement is signed": (planned, saved(stage="signed")),
    "a signed agreement is changed": (AgreementFactory, saved(name_de="Neu")),
    "a signed agreement gets a party": (AgreementFactory, with_party),
    "a signed agreement gets a field of study": (AgreementFactory, with_subject),
    "a signed agreement was a mistake": (AgreementFactory, saved(stage="draft")),
    "a signed agreement is deleted": (partial(AgreementFactory, partners=[]), deleted),
    "the next agreement is under way": (next_one, saved(stage="negotiation")),
    "the next agreement is given up": (partial(next_one), deleted),
    "who might become a partner cooperates": (prospective, saved(cooperation_without_agreement=True)),
    "a partner is published": (partner, published),
    "a partner is known no more": (InstitutionFactory, saved(has_other_role=False)),
    "a hidden partner is counted": (partial(partner, live=False), saved(country="MT")),
    "a partner becomes part of another one": (two, merged),
    "who became part of a partner gets a former name": (taken_in, former_name),
    "a partner is closed": (partner, lambda institution: lifecycle.close(institution, on=DAY)),
    "a person may be named": (private, saved(publication_basis="Zustimmung")),
    "a person who is named is changed": (named, saved(email="neu@example.org")),
    "a person may be named no more": (named, saved(publication_basis="")),
    "a person who is named is deleted": (named, deleted),
    "a mailbox": (UnitFactory, lambda unit: ContactFactory(unit=unit)),
}


@pytest.mark.parametrize(("factory", "change"), UNNOTICED.values(), ids=UNNOTICED)
def test_what_visitors_do_not_notice(stands_still, factory, change):
    row = stored(factory())
    assert stands_still(lambda: change(row), partnerships)


@pytest.mark.parametrize(("factory", "change"), NOTICED.values(), ids=NOTICED)
def test_what_visitors_notice(moves, factory, change):
    row = stored(factory())
    assert moves(lambda: change(row)) == 1
