"""Dates, amounts of money, file sizes and phone numbers, written as in German or English."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import formats
from django.utils.translation import override

from portal.core.language.bilingual import GERMAN, reader_language
from portal.core.time.edtf import first_day
from portal.core.time.moment import BERLIN

SYMBOLS = {"EUR": "€", "USD": "US$", "GBP": "£"}
# Country codes of one and of two digits (ITU-T E.164); all others have three.
COUNTRY_CODE = re.compile(r"\+([17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d{3})(\d+)")
UNITS = ("B", "kB", "MB", "GB")


def day(value: date, language: str | None = None) -> str:
    """31.01.2027 / 31 January 2027"""
    return _formatted(value, "d.m.Y", "j F Y", language)


def day_in_words(value: date, language: str | None = None) -> str:
    """31. Januar 2027 / 31 January 2027"""
    return _formatted(value, "j. F Y", "j F Y", language)


def month(value: date, language: str | None = None) -> str:
    """Januar 2027 / January 2027"""
    return _formatted(value, "F Y", "F Y", language)


def day_month(value: date, language: str | None = None) -> str:
    """31. Januar / 31 January"""
    return _formatted(value, "j. F", "j F", language)


def moment(value: datetime, language: str | None = None) -> str:
    """31.01.2027, 14:00 Uhr / 31 January 2027, 14:00"""
    return _formatted(value.astimezone(BERLIN), "d.m.Y, H:i \\U\\h\\r", "j F Y, H:i", language)


def written(value: str, language: str | None = None) -> str:
    """2015 / Oktober 2015 / 01.10.2015, or October 2015 / 1 October 2015, from the forms of EDTF, level 0.

    Anything else is returned as it is.
    """
    try:
        on = first_day(value)
    except ValueError:
        return value
    if len(value) == len("2015-10"):
        return month(on, language)
    return day(on, language) if len(value) == len("2015-10-01") else value


def money(amount: Decimal, currency: str, language: str | None = None) -> str:
    """1.234,50 € / €1,234.50; whole amounts without cents. `currency` is an ISO 4217 code."""
    language = language or reader_language()
    places = 0 if amount == amount.to_integral_value() else 2
    with override(language):
        number = formats.number_format(amount, decimal_pos=places, use_l10n=True, force_grouping=True)
    symbol = SYMBOLS.get(currency, currency)
    if language == GERMAN:
        return f"{number}\u00a0{symbol}"
    return f"{symbol}{number}" if currency in SYMBOLS else f"{symbol}\u00a0{number}"


def term(code: str, language: str | None = None) -> str:
    """Wintersemester 2026/27 / winter semester 2026/27, from "2026W"; the summer semester of 2027 is "2027S"."""
    year, language = int(code[:4]), language or reader_language()
    if code.endswith("S"):
        return f"{'Sommersemester' if language == GERMAN else 'summer semester'} {year}"
    return f"{'Wintersemester' if language == GERMAN else 'winter semester'} {year}/{(year + 1) % 100:02d}"


def phone(number: str) -> str:
    """+49 201 0000017 from +492010000017: country, three digits, the rest. The groups only help to read it."""
    match = COUNTRY_CODE.fullmatch(number)
    return f"+{match[1]} {match[2]} {match[3]}" if match else number


def file_size(count: int, language: str | None = None) -> str:
    """1,2 MB / 1.2 MB: bytes in powers of 1000, with one decimal from a megabyte on."""
    power = min((len(str(count)) - 1) // 3, len(UNITS) - 1)
    with override(language or reader_language()):
        places = 1 if power > 1 else 0
        number = formats.number_format(round(Decimal(count) / 1000**power, places), decimal_pos=places)
    return f"{number}\u00a0{UNITS[power]}"


def _formatted(value: Any, german: str, english: str, language: str | None) -> str:
    language = language or reader_language()
    with override(language):
        return formats.date_format(value, german if language == GERMAN else english, use_l10n=False)
