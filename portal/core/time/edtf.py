"""Periods whose ends are a year, a month or a day (Extended Date/Time Format, level 0), as exact as their source.

A year stands for the whole of it: since 2009 begins on 1 January 2009, until 2013 ends on 31 December 2013. An empty
end is open. `covers` and `covers_q` are the same rule in Python and in SQL; a property test compares them.
"""

import calendar
import re
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import CharField, F, Func, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Left, Length, NullIf
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual
from django.utils.translation import gettext_lazy as _

_EDTF = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class Bytewise(Func):
    """A text that is compared by code points, whatever the collation of the database."""

    template = '(%(expressions)s) COLLATE "C"'
    output_field = CharField()


def validate_edtf(value: str) -> None:
    """Raise a ValidationError for anything but a year, a month or a day of the calendar."""
    try:
        first_day(value)
    except ValueError as error:
        message = _("“%(value)s” is no date. Write a year, a month or a day: 2015, 2015-10 or 2015-10-01.")
        raise ValidationError(message, params={"value": value}) from error


def first_day(value: str) -> date:
    """Return the first day of a year, month or day; raises ValueError for anything else."""
    if not _EDTF.fullmatch(value):
        raise ValueError(value)
    return date.fromisoformat(f"{value}-01-01"[:10])


def last_day(value: str) -> date:
    """Return the last day of a year, month or day; raises ValueError for anything else."""
    day = first_day(value)
    month = day.month if len(value) > 4 else 12
    number = day.day if len(value) > 7 else calendar.monthrange(day.year, month)[1]
    return date(day.year, month, number)


def covers(since: str, until: str, day: date) -> bool:
    """Tell whether a period includes a day."""
    text = day.isoformat()
    return text[: len(since)] >= since and (not until or text[: len(until)] <= until)


def covers_q(since: Combinable | str, until: Combinable | str, day: date) -> Q:
    """Return the condition that the period between two columns, or expressions, includes a day."""
    since, until, text = _expression(since), _expression(until), Value(day.isoformat(), CharField())
    has_begun = Q(GreaterThanOrEqual(_shortened(text, since), since))
    return has_begun & (Q(LessThanOrEqual(until, Value(""))) | Q(LessThanOrEqual(_shortened(text, until), until)))


def is_before(until: str, since: str) -> bool:
    """Tell whether a period ends before it begins, compared at the precision that both ends have."""
    length = min(len(since), len(until))
    return bool(length) and until[:length] < since[:length]


def first_nonempty(*columns: Combinable | str) -> Coalesce:
    """Return the SQL expression for the first text of some columns, or expressions, that is not empty."""
    texts = [NullIf(F(column) if isinstance(column, str) else column, Value("")) for column in columns]
    return Coalesce(*texts, Value(""), output_field=CharField())


def _expression(value: Combinable | str) -> Bytewise:
    return Bytewise(F(value) if isinstance(value, str) else value)


def _shortened(text: Combinable, pattern: Combinable) -> Bytewise:
    return Bytewise(Left(text, Length(pattern)))
