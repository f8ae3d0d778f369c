"""Parameters of an address, and the notices about unknown values."""

import pytest

from portal.core.addressing.parameters import not_known, one_of, page_number, printable


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "٣", "²", "1234567", "one", " 2"])
def test_what_is_no_number_of_a_page_means_the_first_and_is_said(value):
    notices = []
    assert page_number(value, notices) == 1
    assert notices == [not_known("page", value)]


@pytest.mark.parametrize(("value", "number"), [(None, 1), ("", 1), ("7", 7), ("007", 7), ("999999", 999_999)])
def test_a_number_and_nothing_are_no_matter_of_notices(value, number):
    notices = []
    assert page_number(value, notices) == number
    assert notices == []


def test_a_value_that_is_not_allowed_is_left_out_and_said():
    notices = []
    assert one_of("name", {"name"}, "sort", notices) == "name"
    assert one_of("price", {"name"}, "sort", notices) == ""
    assert notices == [not_known("sort", "price")]


def test_a_notice_is_short_and_in_reading_order():
    assert "„" + "a" * 40 + "…“" in not_known("kind", "a" * 50)
    assert "„abc“" in not_known("kind", "\u202eabc")


def test_what_nobody_can_type_is_a_blank():
    assert printable(" a\x00b\ud800 \n c ") == "a b c"
