"""What an agreement lacks for Erasmus Without Paper: one definition for its page, for lists and for filters."""

from datetime import date

import pytest

from partners.ewp.readiness import readiness
from partners.ewp.rules import AGREEMENT_RULES, CONDITION_RULES
from partners.ewp.selectors import exchanged, lacking_q
from partners.models import (
    Agreement,
    AgreementType,
    Condition,
    InstitutionIdentifier,
    MobilityNumber,
    Party,
    SubjectField,
)
from portal.core.models.copies import copy_of
from tests.factories import AgreementFactory, InstitutionFactory, PartnerFactory, UnitFactory

pytestmark = pytest.mark.django_db

CONDITION = {
    "direction": "outgoing",
    "activity": "study",
    "persons": 2,
    "months": 10,
    "first_year": 2026,
    "last_year": 2028,
    "languages": [{"language": "en", "level": "B2"}],
}


def complete(**condition):
    """Return an agreement that lacks nothing, except what the columns of its condition leave out."""
    university = InstitutionFactory(name_de="Universität")
    partner = PartnerFactory(name_de="Universität Tartu")
    for institution, code in ((university, "uni-due.de"), (partner, "ut.ee")):
        InstitutionIdentifier.objects.create(institution=institution, scheme="schac", value=code)
    erasmus = AgreementType.objects.get(notation="erasmus")
    unit = UnitFactory(institution=university)
    agreement = AgreementFactory(agreement_type=erasmus, reference="E-1", unit=unit, partners=[partner])
    agreement.parties.update(agreement_code="UT-7", signatory="Rektorin")
    subject = SubjectField.objects.get(code=condition.pop("subject", "0613"))
    Condition.objects.create(agreement=agreement, subject=subject, **{**CONDITION, **condition})
    return agreement


def readiness_of(agreement):
    return readiness(Agreement.objects.filter(pk=agreement.pk))[0]


def lacking(agreement):
    """Return the labels of what is required and missing; the filter must agree with the page."""
    labels = readiness_of(agreement).labels
    assert Agreement.objects.filter(lacking_q(), pk=agreement.pk).exists() == bool(labels)
    assert exchanged(Agreement.objects.filter(~lacking_q())).filter(pk=agreement.pk).exists() == (not labels)
    return set(labels)


def test_what_has_everything_is_ready():
    agreement = complete()
    assert lacking(agreement) == set()
    assert all(item.is_met for section in readiness_of(agreement).sections for item in section.items)


@pytest.mark.parametrize(
    ("columns", "rule"),
    [
        ({"persons": None}, "persons"),
        ({"first_year": None}, "years"),
        ({"last_year": None}, "years"),
        ({"first_year": 2028, "last_year": 2026}, "order_of_years"),
        ({"languages": []}, "languages"),
        ({"activity": "teaching", "months": None, "days": 5, "languages": []}, "languages"),
        ({"languages": [{"language": "en", "subject": "061"}]}, "language_subjects"),
        ({"subject": "061"}, "subject"),
        ({"subject_clarification": "software and applications DEVELOPMENT and analysis"}, "subject_clarification"),
        ({"months": 0}, "months"),
        ({"days": 5}, "months"),
        ({"activity": "teaching"}, "days"),
        ({"activity": "teaching", "months": None, "days": 5, "blended": True}, "blended"),
    ],
)
def test_what_a_condition_can_lack(columns, rule):
    assert lacking(complete(**columns)) == {str(CONDITION_RULES[rule].label)}


@pytest.mark.parametrize(
    "columns",
    [
        {"months": None},
        {"activity": "traineeship", "languages": []},
        {"activity": "staff-training", "months": None, "days": 5, "languages": []},
        {"languages": [{"language": "mt"}]},
        {"blended": True},
        {"subject_clarification": "nur Datenbanken"},
    ],
)
def test_what_the_specification_leaves_open_is_not_missing(columns):
    assert lacking(complete(**columns)) == set()


def test_what_an_agreement_can_lack():
    agreement = complete()

    def label(rule):
        return {str(AGREEMENT_RULES[rule].label)}

    Agreement.objects.update(reference="")
    assert lacking(agreement) == label("reference")
    Agreement.objects.update(reference="E-1")
    InstitutionIdentifier.objects.filter(normalized="ut.ee").update(valid_to=date(2020, 1, 1))
    assert lacking(agreement) == label("partner_schac")
    InstitutionIdentifier.objects.filter(normalized="uni-due.de").delete()
    assert lacking(agreement) == label("partner_schac") | label("own_schac")
    Condition.objects.update(activity="research")
    assert label("conditions") < lacking(agreement)


def test_two_partners_are_one_too_many():
    agreement = complete()
    Party.objects.create(agreement=agreement, institution=PartnerFactory(), sort_order=1)
    assert str(AGREEMENT_RULES["partner"].label) in lacking(agreement)


def test_each_thing_leads_to_its_field():
    agreement = complete(first_year=None)
    urls = {str(item.label): item.url for section in readiness_of(agreement).sections for item in section.items}
    assert urls[str(CONDITION_RULES["years"].label)].endswith(f"/edit/{agreement.pk}/#id_conditions-0-first_year")
    partner = agreement.parties.get().institution
    assert urls[str(AGREEMENT_RULES["partner_schac"].label)].endswith(f"/edit/{partner.pk}/#id_identifiers-FORMS")


def test_a_renewal_takes_over_the_conditions_but_not_the_years_the_numbers_and_the_partners_own():
    agreement = complete(blended=True, partner_unit="Institut", own_unit=UnitFactory(), other_terms="Mit Wohnheim")
    MobilityNumber.objects.create(agreement=agreement, year=2026, actual=1)
    former, copy = agreement.conditions.get(), copy_of(Agreement.objects.get(pk=agreement.pk))
    [condition] = copy.conditions.all()
    for field in ("persons", "months", "languages", "subject", "blended", "partner_unit", "own_unit", "other_terms"):
        assert getattr(condition, field) == getattr(former, field), field
    assert (condition.first_year, condition.last_year) == (None, None)
    assert not copy.mobility_numbers.all()
    assert [party.agreement_code for party in copy.parties.all()] == [""]


def test_a_list_takes_as_many_queries_for_many_as_for_one(django_assert_num_queries):
    complete()
    for _more in range(3):
        AgreementFactory(agreement_type=AgreementType.objects.get(notation="erasmus"))
    with django_assert_num_queries(4):  # agreements, conditions, parties with institutions; the university itself
        rows = readiness(exchanged(Agreement.objects.order_by("pk")))
        assert [len(row.labels) > 0 for row in rows] == [False, True, True, True]
