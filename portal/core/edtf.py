"""Spans of time whose ends are as exact as their source: a year, a month or a day (EDTF, level 0).

An end that names only a year holds for the whole of it: since 2009 is from 1 January 2009 on, until 2013 is through
31 December 2013. An end that is empty is open. The rule stands here twice, for one object and for a query; a property
test holds the two equal. Days are days in Berlin: what lasts until a day lasts until midnight there.
"""

import calendar
import re
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import CharField, F, Func, Q, Value
from django.db.models.functions import Coalesce, Left, Length, NullIf
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual
from django.utils.translation import gettext_lazy as _

_WRITTEN = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def validate_edtf(value: str):
    """Raise a ValidationError for anything but a year, a month or a day of the calendar."""
    try:
        first_day(value)
    except ValueError as error:
        message = _("“%(value)s” is no date. Write a year, a month or a day: 2015, 2015-10 or 2015-10-01.")
        raise ValidationError(message, params={"value": value}) from error


def first_day(written: str) -> date:
    """Return the first day that a written date can mean; ValueError where it means none."""
    if not _WRITTEN.fullmatch(written):
        raise ValueError(written)
    return date.fromisoformat(f"{written}-01-01"[:10])


def last_day(written: str) -> date:
    """Return the last day that a written date can mean; ValueError where it means none."""
    day = first_day(written)
    month = day.month if len(written) > 4 else 12
    number = day.day if len(written) > 7 else calendar.monthrange(day.year, month)[1]
    return date(day.year, month, number)


def covers(since: str, until: str, day: date) -> bool:
    """Tell whether a span includes a day."""
    written = day.isoformat()
    return written[: len(since)] >= since and (not until or written[: len(until)] <= until)


def covers_q(since, until, day: date) -> Q:
    """Return the same rule for two expressions, or names of columns."""
    since, until, written = _expression(since), _expression(until), Value(day.isoformat(), CharField())
    begun = GreaterThanOrEqual(_shortened(written, since), since)
    return Q(begun) & (Q(LessThanOrEqual(until, Value(""))) | Q(LessThanOrEqual(_shortened(written, until), until)))


def is_before(until: str, since: str) -> bool:
    """Tell whether a span would end before it begins, as far as both ends are exact."""
    length = min(len(since), len(until))
    return bool(length) and until[:length] < since[:length]


def first_nonempty(*columns):
    """Return an expression for the first that is not empty of some columns or values."""
    found = [NullIf(F(one) if isinstance(one, str) else one, Value("")) for one in columns]
    return Coalesce(*found, Value(""), output_field=CharField())


def _expression(value):
    return Bytewise(F(value) if isinstance(value, str) else value)


def _shortened(written, pattern):
    return Bytewise(Left(written, Length(pattern)))


class Bytewise(Func):
    """Compares characters by their codes, on every server."""

    template = '(%(expressions)s) COLLATE "C"'
    output_field = CharField()
