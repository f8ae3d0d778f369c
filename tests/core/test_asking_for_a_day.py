"""`?as_of=`: a day is taken as people write it; anything else is ignored with a notice."""

from datetime import date

import pytest
import time_machine
from django.utils.translation import override

from portal.core.addressing.as_of import as_of

NOW = "2026-11-21T23:30:00+00:00"  # already the 22nd in Berlin


@time_machine.travel(NOW, tick=False)
def test_without_it_the_day_is_today_in_berlin():
    result = as_of({})
    assert (result.day, result.is_asked, result.notice) == (date(2026, 11, 22), False, "")


@pytest.mark.parametrize("typed", [" 2020-01-01 ", "01.01.2020", "1. Januar 2020", "1 January 2020"])
def test_a_day_of_the_calendar_is_taken(typed):
    result = as_of({"as_of": typed})
    assert (result.day, result.is_asked, result.notice) == (date(2020, 1, 1), True, "")


@pytest.mark.parametrize("value", ["abc", "2020-02-30", "03/04/2020", "20200101", "2020-W01-1", "x" * 5000, "\0"])
def test_what_is_no_day_is_named_and_ignored(value):
    result = as_of({"as_of": value})
    assert not result.is_asked
    assert result.notice
    assert len(result.notice) < 250


@pytest.mark.parametrize("value", ["0001-01-01", "1899-12-31", "2101-01-01", "9999-12-31"])
def test_far_days_are_out_of_reach_and_the_notice_says_which_are_not(value):
    with override("de"):
        result = as_of({"as_of": value})
    assert not result.is_asked
    assert "01.01.1900" in result.notice
