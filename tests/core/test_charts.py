"""The coordinates of charts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core import charts
from portal.core.charts import Value

numbers = st.lists(st.integers(0, 10_000).map(lambda number: number / 8), min_size=1, max_size=12)


@given(numbers.filter(any))
def test_percentages_add_up_to_a_hundred_and_are_less_than_one_off(values):
    rounded = charts.percentages(values)
    assert sum(rounded) == 100
    assert all(abs(part - value * 100 / sum(values)) < 1 for part, value in zip(rounded, values, strict=True))


def test_percentages_of_nothing():
    assert charts.percentages([0, 0]) == [0, 0]


@given(numbers)
def test_the_largest_bar_fills_the_width(values):
    drawn = charts.bars(Value("", value, str(value)) for value in values)
    assert max(bar.width for bar in drawn) == (charts.WIDTH if any(values) else 0)
    assert [bar.text for bar in drawn] == [str(value) for value in values]


def test_a_value_that_is_not_known_is_no_zero():
    unknown, zero = charts.bars([Value("a", None, "–"), Value("b", 0, "0")])
    assert (unknown.is_known, zero.is_known) == (False, True)


@given(numbers.filter(any))
def test_a_stack_fills_the_width_and_leaves_out_nothing_but_zeros(values):
    drawn = charts.stack("", "", [Value(str(place), value, "") for place, value in enumerate(values)])
    assert len(drawn.segments) == sum(map(bool, values))
    assert sum(segment.width for segment in drawn.segments) == pytest.approx(100, abs=0.1)


@pytest.mark.parametrize(("number", "count"), [(0, 0), (1, 1), (5.2, 6), (20.12, 21), (4.001, 4)])
def test_a_number_is_as_many_strands(number, count):
    drawn = charts.strands(number)
    assert len(drawn.strands) == count
    assert drawn.height <= charts.HEIGHT
