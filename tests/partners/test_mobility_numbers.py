"""Who went and who was agreed on: by year, group and direction, for agreements, institutions and the report."""

from datetime import date

import pytest

from partners.institutions import lifecycle
from partners.mobility_numbers.selectors import of_agreement, of_institution
from partners.models import Condition, MobilityNumber
from partners.reporting.selectors import Report
from tests.factories import AgreementFactory, PartnerFactory

pytestmark = pytest.mark.django_db


def number(agreement, year, actual, **columns):
    MobilityNumber.objects.create(agreement=agreement, year=year, actual=actual, **columns)


def figures(lines):
    return [
        (str(line.year or ""), str(line.group), *vars(line.outgoing).values(), *vars(line.incoming).values())
        for line in lines
    ]


def test_years_groups_and_directions_are_counted_apart_and_summed():
    agreement = AgreementFactory()
    number(agreement, 2024, 2, agreed=3)
    number(agreement, 2025, 1, agreed=3)
    number(agreement, 2025, 4, agreed=5, direction="incoming")
    number(agreement, 2025, 1, agreed=2, group="staff")
    table = of_agreement(agreement)
    assert figures(table.lines) == [
        ("2025/26", "Studierende", 3, 1, 5, 4),
        ("2025/26", "Beschäftigte", 2, 1, None, None),
        ("2024/25", "Studierende", 3, 2, None, None),
    ]
    assert figures(table.totals) == [("", "Studierende", 6, 3, 5, 4), ("", "Beschäftigte", 2, 1, None, None)]


def test_what_was_agreed_follows_from_the_conditions_of_that_year():
    agreement = AgreementFactory()
    for persons, first, last in ((2, 2020, 2024), (3, 2025, None), (1, None, None)):
        columns = {"first_year": first, "last_year": last}
        Condition.objects.create(agreement=agreement, persons=persons, **columns)
    Condition.objects.create(agreement=agreement, persons=9, activity="teaching")
    Condition.objects.create(agreement=agreement, persons=9, direction="incoming")
    number(agreement, 2024, 2)
    number(agreement, 2025, 2)
    number(agreement, 2025, 0, group="staff", direction="incoming")
    agreed = {(str(line.year), str(line.group)): line for line in of_agreement(agreement).lines}
    assert agreed["2024/25", "Studierende"].outgoing.agreed == 3
    assert agreed["2025/26", "Studierende"].outgoing.agreed == 4
    assert agreed["2025/26", "Beschäftigte"].incoming.agreed is None  # no condition says so: unknown, and not none


def test_an_institution_has_the_numbers_of_all_its_agreements_and_of_those_merged_into_it():
    malta, tartu, gozo = (PartnerFactory(name_de=name) for name in ("Malta", "Tartu", "Gozo"))
    number(AgreementFactory(partners=[malta]), 2025, 1)
    number(AgreementFactory(partners=[malta, tartu]), 2025, 2)
    number(AgreementFactory(partners=[gozo]), 2025, 4)
    assert figures(of_institution(tartu).totals) == [("", "Studierende", None, 2, None, None)]
    assert figures(of_institution(malta).totals) == [("", "Studierende", None, 3, None, None)]
    lifecycle.merge(gozo, malta, date(2025, 1, 1))
    assert figures(of_institution(malta).totals) == [("", "Studierende", None, 7, None, None)]
    assert not of_institution(PartnerFactory())


def test_the_report_counts_up_to_the_academic_year_of_its_day():
    agreement = AgreementFactory()
    for year, actual in ((2023, 1), (2024, 2), (2025, 4)):
        number(agreement, year, actual)
    assert figures(Report(date(2025, 9, 30)).mobility.totals) == [("", "Studierende", None, 3, None, None)]
    assert figures(Report(date(2025, 10, 1)).mobility.totals) == [("", "Studierende", None, 7, None, None)]


def test_tables_take_two_queries(django_assert_num_queries):
    malta = PartnerFactory()
    for year in (2023, 2024, 2025):
        number(AgreementFactory(partners=[malta]), year, 1)
    with django_assert_num_queries(2):
        assert len(of_institution(malta).lines) == 3
