"""Whether an agreement is in force on a day, by the rules documented in `partners.agreements.validity`."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners.agreements.validity import Validity, is_in_force, last_day, period_ends_on, superseded_on, validity
from partners.agreements.validity_sql import with_validity
from partners.models import BINDING, Agreement, Renewal, Stage
from portal.core.time.days import add_months
from tests.examples import some
from tests.factories import AgreementFactory, UnitFactory

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 10)


def agreement(**columns):
    return AgreementFactory(**{"starts_on": date(2020, 1, 1), **columns})


def by_sql(record, day):
    return with_validity(Agreement.objects.filter(pk=record.pk), day).get()


def agreed(record, day=DAY):
    """Return the validity, asserting that Python and SQL agree on it."""
    status = validity(record, day)
    assert by_sql(record, day).validity_on_day == status
    return status


def test_what_ends_today_is_in_force_until_midnight_in_berlin(time_machine):
    ending = agreement(ends_on=DAY)
    time_machine.move_to("2026-11-10 23:59:59 +0100", tick=False)
    assert is_in_force(ending)
    time_machine.move_to("2026-11-11 00:00 +0100", tick=False)
    assert validity(ending) == Validity.EXPIRED


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Auckland", "America/Los_Angeles"])
def test_whatever_the_zone_of_the_server(time_machine, settings, zone):
    settings.TIME_ZONE = zone
    ending = agreement(ends_on=DAY)
    time_machine.move_to("2026-11-10 22:30 +0000", tick=False)  # 23:30 in Berlin
    assert (
        with_validity(Agreement.objects.filter(pk=ending.pk)).get().validity_on_day
        == Validity.EXPIRING
        == validity(ending)
    )
    time_machine.move_to("2026-11-10 23:30 +0000", tick=False)  # the next day in Berlin, not yet so at Greenwich
    assert (
        with_validity(Agreement.objects.filter(pk=ending.pk)).get().validity_on_day
        == Validity.EXPIRED
        == validity(ending)
    )


def test_no_fixed_end_is_in_force():
    assert agreed(agreement(is_open_ended=True)) == Validity.OPEN_ENDED


def test_upcoming_until_its_first_day():
    upcoming = agreement(starts_on=DAY + timedelta(days=1), ends_on=date(2030, 1, 1))
    assert agreed(upcoming) == Validity.UPCOMING
    assert agreed(upcoming, DAY + timedelta(days=1)) == Validity.IN_FORCE


def test_ending_soon_is_within_six_months():
    ending = agreement(ends_on=date(2027, 5, 10))
    assert agreed(ending, date(2026, 11, 9)) == Validity.IN_FORCE
    assert agreed(ending, date(2026, 11, 10)) == Validity.EXPIRING


def test_renewal_by_itself_goes_on_without_notice():
    renewing = agreement(ends_on=date(2024, 2, 29), renewal=Renewal.AUTOMATIC, renewal_months=12)
    assert agreed(renewing) == Validity.IN_FORCE
    assert period_ends_on(renewing, DAY) == by_sql(renewing, DAY).period_end == date(2027, 2, 28)


def test_notice_ends_renewal_by_itself():
    columns = {"renewal": Renewal.AUTOMATIC, "renewal_months": 12, "stage": Stage.TERMINATED}
    renewing = agreement(ends_on=date(2024, 2, 29), terminated_on=date(2026, 2, 28), **columns)
    assert agreed(renewing, date(2026, 2, 28)) == Validity.EXPIRING
    assert agreed(renewing, date(2026, 3, 1)) == Validity.TERMINATED


@pytest.mark.parametrize(
    ("months", "end"),
    [(12, date(2025, 2, 28)), (24, date(2026, 2, 28)), (48, date(2028, 2, 29)), (1, date(2024, 3, 29))],
)
def test_29_february_and_months_by_one_rule(months, end):
    assert add_months(date(2024, 2, 29), months) == end


def test_29_february_is_not_lost_on_the_way():
    renewing = agreement(ends_on=date(2024, 2, 29), renewal=Renewal.AUTOMATIC, renewal_months=12)
    for day, end in [(date(2025, 3, 1), date(2026, 2, 28)), (date(2027, 3, 1), date(2028, 2, 29))]:
        assert period_ends_on(renewing, day) == by_sql(renewing, day).period_end == end


def test_terminated_before_its_end():
    terminated = agreement(ends_on=date(2030, 1, 1), stage=Stage.TERMINATED, terminated_on=DAY)
    assert agreed(terminated) == Validity.EXPIRING
    assert agreed(terminated, DAY + timedelta(days=1)) == Validity.TERMINATED


def test_a_successor_signed_early_takes_over_on_its_own_first_day():
    old = agreement(ends_on=date(2027, 3, 31))
    new = agreement(predecessor=old, starts_on=date(2027, 1, 1), ends_on=date(2031, 12, 31))
    assert (agreed(old), agreed(new)) == (Validity.EXPIRING, Validity.UPCOMING)
    assert (agreed(old, date(2026, 12, 31)), agreed(new, date(2026, 12, 31))) == (Validity.EXPIRING, Validity.UPCOMING)
    assert (agreed(old, date(2027, 1, 1)), agreed(new, date(2027, 1, 1))) == (Validity.SUPERSEDED, Validity.IN_FORCE)


def test_a_successor_that_is_not_signed_takes_nobodys_place():
    old = agreement(ends_on=date(2030, 3, 31))
    agreement(predecessor=old, starts_on=date(2026, 1, 1), stage=Stage.NEGOTIATION)
    assert agreed(old) == Validity.IN_FORCE


def test_nor_one_that_was_ended_before_it_began():
    old = agreement(is_open_ended=True)
    columns = {"stage": Stage.TERMINATED, "terminated_on": date(2026, 1, 31), "ends_on": date(2030, 1, 1)}
    agreement(predecessor=old, starts_on=date(2026, 2, 1), **columns)
    assert agreed(old) == Validity.OPEN_ENDED


def test_in_a_gap_nothing_is_in_force():
    old = agreement(ends_on=date(2026, 9, 30))
    new = agreement(predecessor=old, starts_on=date(2027, 1, 1), ends_on=date(2030, 1, 1))
    assert (agreed(old), agreed(new)) == (Validity.EXPIRED, Validity.UPCOMING)


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage not in BINDING])
def test_what_is_not_signed_is_not_in_force(stage):
    assert agreed(agreement(stage=stage, ends_on=date(2030, 1, 1))) == Validity.NOT_SIGNED


days = st.dates(date(2023, 1, 1), date(2029, 12, 31)) | st.sampled_from(
    [date(2024, 2, 29), date(2025, 2, 28), date(2024, 1, 31), date(2028, 2, 29), date(2026, 12, 31)]
)
maybe = st.none() | days
agreements = st.fixed_dictionaries(
    {
        "stage": st.sampled_from(Stage),
        "starts_on": maybe,
        "ends_on": maybe,
        "terminated_on": maybe,
        "renewal": st.sampled_from(Renewal),
        "renewal_months": st.none() | st.integers(1, 36),
    }
)


@some(0.75)
@given(old=agreements, new=agreements, day=days)
def test_python_and_sql_say_the_same(db, old, new, day):
    unit = UnitFactory()
    first = AgreementFactory(**old, is_open_ended=False, unit=unit, partners=[])
    AgreementFactory(**new, is_open_ended=False, unit=unit, predecessor=first, partners=[])
    annotated = by_sql(first, day)
    assert annotated.validity_on_day == validity(first, day)
    assert annotated.last_day == last_day(first)
    assert annotated.period_end == period_ends_on(first, day)
    assert annotated.superseded_from == superseded_on(first)
