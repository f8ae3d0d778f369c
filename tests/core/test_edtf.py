"""Dates with the precision of their sources: the Python rule and the query rule agree."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db.models import Value
from hypothesis import given
from hypothesis import strategies as st

from partners.models import Network
from portal.core.time.edtf import covers, covers_q, first_day, is_before, last_day, validate_edtf
from tests.factories import NetworkFactory

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


def written(days):
    """Return a strategy for dates of every precision (year, month, day)."""
    exact = st.sampled_from((4, 7, 10))
    return st.tuples(days, exact).map(lambda pair: pair[0].isoformat()[: pair[1]])


NEAR = st.dates(date(2019, 11, 1), date(2021, 2, 28))
ENDS = st.just("") | written(NEAR) | written(DAYS)


@pytest.mark.parametrize("value", ["2015", "2015-10", "2015-10-01", "0001", "9999-12-31", "2024-02-29"])
def test_a_year_a_month_or_a_day(value):
    validate_edtf(value)


@pytest.mark.parametrize(
    "value", ["", "15", "0000", "2015-13", "2023-02-29", "01.10.2015", "2015-1-1", "20151001", "x"]
)
def test_anything_else_is_refused_by_name(value):
    with pytest.raises(ValidationError, match=f"“{value}”|„{value}“"):
        validate_edtf(value)


def test_a_year_holds_from_its_first_day_to_its_last():
    assert covers("2009", "2013", date(2009, 1, 1))
    assert covers("2009", "2013", date(2013, 12, 31))
    assert not covers("2009", "2013", date(2008, 12, 31))
    assert not covers("2009", "2013", date(2014, 1, 1))


def test_a_month_ends_with_its_last_day():
    assert last_day("2024-02") == date(2024, 2, 29)
    assert covers("2024-02", "2024-02", date(2024, 2, 29))
    assert not covers("2024-02", "2024-02", date(2024, 3, 1))


def test_an_end_in_the_year_of_the_beginning_is_no_mistake():
    assert not is_before("2009", "2009-10-01")
    assert is_before("2009-09", "2009-10-01")


@given(st.tuples(written(DAYS), written(DAYS), DAYS))
def test_it_is_what_the_first_and_the_last_day_say(span):
    since, until, day = span
    assert covers(since, until, day) == (first_day(since) <= day <= last_day(until))


@pytest.mark.django_db
@given(since=ENDS, until=ENDS, day=NEAR | DAYS, around=st.integers(-1, 1))
def test_the_database_says_the_same(since, until, day, around):
    if day.year not in (1, 9999):
        day += timedelta(days=around)
    is_covered = Network.objects.filter(covers_q(Value(since), Value(until), day)).exists()
    if not Network.objects.exists():
        NetworkFactory()
        is_covered = Network.objects.filter(covers_q(Value(since), Value(until), day)).exists()
    assert is_covered == covers(since, until, day)
