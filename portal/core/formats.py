"""Dates and amounts as each language writes them (bilingual.md, "Formats")."""

from datetime import date, datetime
from decimal import Decimal

from django.utils import formats
from django.utils.translation import override

from portal.core.bilingual import GERMAN, reader_language
from portal.core.moment import BERLIN

SYMBOLS = {"EUR": "€", "USD": "US$", "GBP": "£"}


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
    """31.01.2027, 14:00 Uhr / 31 January 2027, 2 pm"""
    local = value.astimezone(BERLIN)
    english = "j F Y, g a" if local.minute == 0 else "j F Y, g:i a"
    written = _formatted(local, "d.m.Y, H:i \\U\\h\\r", english, language)
    return written.replace("a.m.", "am").replace("p.m.", "pm")


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


def _formatted(value, german: str, english: str, language: str | None) -> str:
    language = language or reader_language()
    with override(language):
        return formats.date_format(value, german if language == GERMAN else english, use_l10n=False)
