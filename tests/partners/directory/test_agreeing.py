"""Facet counts, list, institution pages and the official report agree, whatever agreements exist."""

from datetime import date
from random import Random

import pytest

from partners.geography import countries
from partners.institutions import lifecycle
from partners.institutions.selectors import institution_page
from partners.institutions.status import PARTNERS, with_status
from partners.models import Activity, Institution, Party, Renewal, Stage
from partners.reporting.selectors import Report
from portal.core import content_version
from portal.core.time.days import add_months
from portal.core.time.moment import today
from portal.core.visibility import public
from tests.factories import PartnerFactory, UnitFactory
from tests.partners.directory.asking import find, signed

pytestmark = pytest.mark.django_db


STAGES = [*[Stage.SIGNED] * 6, Stage.DRAFT, Stage.NEGOTIATION, Stage.REJECTED, Stage.TERMINATED, Stage.SUPERSEDED]


def any_agreement(chance, partners, units):
    """Create a random agreement: any stage and period, with one or more parties, some of whom have left."""
    starts_on = add_months(today(), chance.randint(-60, 6))
    ends_on = chance.choice([None, add_months(starts_on, chance.randint(1, 60))])
    stage = chance.choice(STAGES)
    parties = chance.sample(partners, chance.choice([1, 1, 1, 2, 3]))
    agreement = signed(
        parties,
        starts_on=starts_on,
        ends_on=ends_on,
        is_open_ended=ends_on is None,
        stage=stage,
        renewal=chance.choice([Renewal.NONE, Renewal.AUTOMATIC]) if ends_on else Renewal.NONE,
        renewal_months=12,
        terminated_on=add_months(starts_on, chance.randint(0, 40)) if stage == Stage.TERMINATED else None,
        unit=chance.choice(units),
        further=chance.sample(units, chance.choice([0, 0, 1])),
        activities=[activity.value for activity in chance.sample(list(Activity), 2)],
        codes=chance.sample(["0613", "0611", "0811", "02", "041"], chance.choice([0, 1, 2])),
    )
    if len(parties) > 1 and chance.random() < 0.5:
        left_on = add_months(today(), chance.randint(-20, 3))
        Party.objects.filter(agreement=agreement, institution=parties[0]).update(left_on=left_on)
    return agreement


@pytest.mark.parametrize("seed", range(4))
def test_counts_list_page_and_report_agree_whatever_there_is(seed):
    chance = Random(seed)  # noqa: S311
    units = [UnitFactory() for _ in range(3)]
    partners = [
        PartnerFactory(country=chance.choice(["FR", "JP", "US"]), cooperation_without_agreement=chance.random() < 0.1)
        for _ in range(14)
    ]
    agreements = [any_agreement(chance, partners, units) for _ in range(40)]
    for earlier, later in zip(agreements[:6], agreements[6:12], strict=True):
        type(later).objects.filter(pk=later.pk).update(predecessor=earlier)
    lifecycle.merge(partners[0], partners[1], on=date(2026, 1, 1))
    Institution.objects.filter(pk=partners[2].pk).update(live=False)
    content_version.forget()
    assert_all_agree()


def assert_all_agree():
    institutions = {
        institution.pk: institution
        for institution in with_status(public(Institution.objects.all())).filter(partner_status__in=PARTNERS)
    }
    finder = find("&".join(f"status={status.value}" for status in PARTNERS))
    assert set(finder.keys) == set(institutions)
    report = Report(today())
    official = finder.official
    assert (official.partners, official.agreements) == (report.partners, report.agreements)
    named = {countries.name(code): count for code, count in official.agreements_in.items()}
    assert named == {line.label: line.agreements for line in report.by_country}
    pages = {key: institution_page(institution) for key, institution in institutions.items()}
    for status in PARTNERS:
        assert set(find(f"status={status}").keys) == {
            key for key, institution in institutions.items() if institution.partner_status == status
        }
    for facet, values_of in (("activity", activities_of), ("unit", units_of), ("subject", subjects_of)):
        expected = {}
        for key, page in pages.items():
            for value in values_of(page):
                expected.setdefault(value, set()).add(key)
        facet_index = finder.facet_index
        assert set(facet_index.bits_by_value(facet)) == set(expected)
        for value, keys in expected.items():
            assert {row.pk for row in facet_index.rows_of(facet_index.bits(facet, [value]))} == keys, (facet, value)


def activities_of(page):
    return {activity for entry in page["agreements"] for activity in entry.agreement.activities}


def units_of(page):
    agreements = [entry.agreement for entry in page["agreements"]]
    return {unit.public_id for agreement in agreements for unit in (agreement.unit, *agreement.further_units.all())}


def subjects_of(page):
    codes = {subject.code for subject in page["subjects"]}
    return {code[:digits] for code in codes for digits in range(2, len(code) + 1)}
