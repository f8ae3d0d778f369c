"""The report on partners, agreements and countries on a day, with the counting rule."""

from datetime import date

import pytest
from django.utils.translation import override

from partners.models import AgreementType, Party, Renewal, Stage
from partners.reporting.selectors import Report
from tests.factories import AgreementFactory, PartnerFactory, UnitFactory

pytestmark = pytest.mark.django_db


def numbers(day):
    report = Report(day)
    return report.partners, report.agreements, report.countries


def test_a_day_inside_a_gap_counts_nothing():
    malta, unit = PartnerFactory(country="MT"), UnitFactory()
    old = AgreementFactory(partners=[malta], unit=unit, ends_on=date(2024, 9, 30))
    AgreementFactory(partners=[malta], unit=unit, predecessor=old, starts_on=date(2025, 1, 1), ends_on=date(2029, 1, 1))
    assert numbers(date(2024, 9, 30)) == (1, 1, 1)
    assert numbers(date(2024, 11, 15)) == (0, 0, 0)
    assert numbers(date(2025, 1, 1)) == (1, 1, 1)


def test_a_successor_signed_early_is_never_counted_beside_the_old_one():
    malta = PartnerFactory()
    old = AgreementFactory(partners=[malta], ends_on=date(2025, 12, 31))
    AgreementFactory(partners=[malta], predecessor=old, starts_on=date(2025, 7, 1), ends_on=date(2029, 1, 1))
    for day in (date(2025, 6, 30), date(2025, 7, 1), date(2025, 12, 31), date(2026, 1, 1)):
        assert numbers(day)[:2] == (1, 1), day


def test_who_left_is_counted_until_that_day():
    malta, tartu = PartnerFactory(country="MT"), PartnerFactory(country="EE")
    AgreementFactory(partners=[malta, tartu])
    Party.objects.filter(institution=malta).update(left_on=date(2024, 6, 30))
    assert numbers(date(2024, 6, 30)) == (2, 1, 2)
    assert numbers(date(2024, 7, 1)) == (1, 1, 1)


def test_what_was_terminated_since_is_counted_on_the_days_before():
    AgreementFactory(stage=Stage.TERMINATED, terminated_on=date(2024, 3, 31), ends_on=date(2030, 1, 1))
    assert numbers(date(2024, 3, 31)) == (1, 1, 1)
    assert numbers(date(2024, 4, 1)) == (0, 0, 0)


def test_what_goes_on_by_itself_or_has_no_end_is_counted():
    AgreementFactory(ends_on=date(2021, 12, 31), renewal=Renewal.AUTOMATIC, renewal_months=12)
    AgreementFactory(ends_on=None)
    assert numbers(date(2026, 1, 1))[1] == 2


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.NEGOTIATION, Stage.AWAITING_SIGNATURE, Stage.REJECTED])
def test_what_was_never_signed_counts_on_no_day(stage):
    AgreementFactory(stage=stage)
    assert numbers(date(2024, 1, 1)) == (0, 0, 0)


def test_by_type_unit_and_country():
    physics, education = UnitFactory(name_de="Physik"), UnitFactory(name_de="Bildung")
    malta, tartu = PartnerFactory(country="MT"), PartnerFactory(country="EE")
    erasmus = AgreementType.objects.get(notation="erasmus")
    AgreementFactory(partners=[malta], unit=physics)
    AgreementFactory(partners=[malta, tartu], unit=education, agreement_type=erasmus)
    report = Report(date(2026, 1, 1))
    with override("de"):
        assert [(line.label, line.agreements, line.partners) for line in report.by_unit] == [
            ("Bildung", 1, 2),
            ("Physik", 1, 1),
        ]
        assert [(line.label, line.agreements, line.partners) for line in report.by_country] == [
            ("Estland", 1, 1),
            ("Malta", 2, 1),
        ]
        assert {line.label: line.partners for line in report.by_type}[str(erasmus)] == 2


@pytest.mark.parametrize(("language", "words"), [("de", "31. Dezember 2021"), ("en", "31 December 2021")])
def test_the_rule_stands_beside_the_numbers(language, words):
    with override(language):
        assert words in Report(date(2021, 12, 31)).rule


def test_it_asks_a_fixed_number_of_questions(django_assert_max_num_queries):
    for number in range(12):
        AgreementFactory(partners=[PartnerFactory(), PartnerFactory()], unit=UnitFactory(name_de=f"Stelle {number}"))
    report = Report(date(2026, 1, 1))
    with django_assert_max_num_queries(7):
        _ = (report.partners, report.by_type, report.by_unit, report.by_country, report.partner_list)
