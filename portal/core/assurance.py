"""When what a record says has to be checked again: one rule, in Python and in SQL. A test holds the two equal."""

import calendar
from datetime import date

from django.db.models import DateField, DurationField, ExpressionWrapper, F, Func, Q
from django.db.models.functions import Cast
from django.db.models.lookups import LessThan

from portal.core.moment import today as berlin_today


def due_on(record) -> date | None:
    """Return the last day on which a check is in time, `review_interval` months after the last; None before the first.

    A day that the month does not have becomes its last one: 31 January and a month is 28 or 29 February.
    """
    if record.assured_on is None:
        return None
    months = record.assured_on.year * 12 + record.assured_on.month - 1 + record.review_interval
    year, month = months // 12, months % 12 + 1
    if year > date.max.year:
        return date.max
    return date(year, month, min(record.assured_on.day, calendar.monthrange(year, month)[1]))


def is_overdue(record, today: date | None = None) -> bool:
    """Tell whether a record wants checking: its last day has passed in Berlin, or nobody has ever checked it."""
    due = due_on(record)
    return due is None or due < (today or berlin_today())


def overdue_q(today: date | None = None) -> Q:
    """Return the same rule as a condition for a query."""
    return Q(assured_on=None) | Q(LessThan(_due_on(), today or berlin_today()))


def _due_on():
    months = Func(
        F("review_interval"), template="make_interval(months => %(expressions)s)", output_field=DurationField()
    )
    return Cast(ExpressionWrapper(F("assured_on") + months, output_field=DateField()), DateField())
