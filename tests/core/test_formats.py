from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils.formats import date_format
from django.utils.translation import override

from portal.core.language import formats
from portal.core.time.moment import BERLIN

DAY = date(2027, 1, 31)


def test_days_are_written_as_each_language_does():
    assert formats.day(DAY, "de") == "31.01.2027"
    assert formats.day(DAY, "en") == "31 January 2027"
    assert formats.day_in_words(DAY, "de") == "31. Januar 2027"
    assert formats.day_month(DAY, "de") == "31. Januar"
    assert formats.day_month(DAY, "en") == "31 January"


@pytest.mark.parametrize("language", ["de", "en"])
def test_django_and_wagtail_write_days_and_moments_in_the_same_way(language):
    moment = datetime(2027, 1, 31, 14, 0, tzinfo=BERLIN)
    with override(language):
        for kind in ("DATE_FORMAT", "SHORT_DATE_FORMAT"):
            assert date_format(DAY, kind) == formats.day(DAY)
        for kind in ("DATETIME_FORMAT", "SHORT_DATETIME_FORMAT"):
            assert date_format(moment, kind) == formats.moment(moment)


@pytest.mark.parametrize(
    ("moment", "german", "english"),
    [
        (datetime(2027, 1, 31, 13, 0, tzinfo=UTC), "31.01.2027, 14:00 Uhr", "31 January 2027, 14:00"),
        (datetime(2027, 7, 1, 7, 30, tzinfo=UTC), "01.07.2027, 09:30 Uhr", "1 July 2027, 09:30"),
    ],
)
def test_moments_are_given_in_berlin_time(moment, german, english):
    assert formats.moment(moment, "de") == german
    assert formats.moment(moment, "en") == english


@pytest.mark.parametrize(
    ("amount", "currency", "german", "english"),
    [
        ("1234.50", "EUR", "1.234,50\u00a0€", "€1,234.50"),
        ("50.00", "EUR", "50\u00a0€", "€50"),
        ("300", "CHF", "300\u00a0CHF", "CHF\u00a0300"),
    ],
)
def test_amounts_are_written_as_each_language_does(amount, currency, german, english):
    assert formats.money(Decimal(amount), currency, "de") == german
    assert formats.money(Decimal(amount), currency, "en") == english


@pytest.mark.parametrize(
    ("code", "german", "english"),
    [
        ("2026W", "Wintersemester 2026/27", "winter semester 2026/27"),
        ("2027S", "Sommersemester 2027", "summer semester 2027"),
        ("2099W", "Wintersemester 2099/00", "winter semester 2099/00"),
    ],
)
def test_terms_are_named_in_full(code, german, english):
    assert formats.term(code, "de") == german
    assert formats.term(code, "en") == english


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("+492010000017", "+49 201 0000017"),
        ("+12025550123", "+1 202 5550123"),
        ("+358401234567", "+358 401 234567"),
        ("+491", "+491"),
        ("", ""),
    ],
)
def test_numbers_to_call_are_grouped_and_stay_the_same_number(number, written):
    assert formats.phone(number) == written
    assert formats.phone(number).replace(" ", "") == number


@pytest.mark.parametrize(
    ("count", "german", "english"),
    [
        (0, "0\u00a0B", "0\u00a0B"),
        (999, "999\u00a0B", "999\u00a0B"),
        (48_700, "49\u00a0kB", "49\u00a0kB"),
        (1_234_567, "1,2\u00a0MB", "1.2\u00a0MB"),
    ],
)
def test_sizes_are_said_in_words(count, german, english):
    assert formats.file_size(count, "de") == german
    assert formats.file_size(count, "en") == english
