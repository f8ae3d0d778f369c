"""Months counted from a day, in Python and in SQL."""

import calendar
from datetime import date

from django.db.models import DateField, DurationField, ExpressionWrapper, Func
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast


def add_months(day: date, months: int) -> date:
    """Return the same day of another month, or its last day where that month has no such day.

    29 February 2024 and 12 months is 28 February 2025; and 48 months is 29 February 2028. After the year 9999 it is
    the last day that Python's calendar has.
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    if year > date.max.year:
        return date.max
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def months_after(day: Combinable, months: Combinable) -> Cast:
    """Return the SQL expression for the day so many months later; it counts as `add_months` does."""
    return Cast(ExpressionWrapper(day + _interval(months), output_field=DateField()), DateField())


def months_before(day: Combinable, months: Combinable) -> Cast:
    """Return the SQL expression for the day so many months earlier; it counts as `add_months` does."""
    return Cast(ExpressionWrapper(day - _interval(months), output_field=DateField()), DateField())


def _interval(months: Combinable) -> Func:
    return Func(months, template="make_interval(months => %(expressions)s)", output_field=DurationField())
