from datetime import date

import pytest

from portal.demo.loading.programs import term


@pytest.mark.parametrize(
    ("day", "ahead", "expected"),
    [
        (date(2026, 11, 21), 0, "2026W"),
        (date(2026, 11, 21), 1, "2027S"),
        (date(2026, 11, 21), 2, "2027W"),
        (date(2027, 3, 31), 0, "2026W"),
        (date(2027, 4, 1), 0, "2027S"),
        (date(2027, 9, 30), 1, "2027W"),
        (date(2027, 10, 1), 0, "2027W"),
    ],
)
def test_semesters_begin_in_april_and_october(day, ahead, expected):
    assert term(day, ahead) == expected
