"""When what a record says has to be checked again: one rule, in Python and in SQL. A test holds the two equal."""

from datetime import date

from django.db.models import DateField, DurationField, ExpressionWrapper, F, Func, Q
from django.db.models.functions import Cast
from django.db.models.lookups import LessThan

from portal.core.days import add_months
from portal.core.moment import today as berlin_today


def due_on(record) -> date | None:
    """Return the last day on which a check is in time, `review_interval` months after the last; None before the first.

    A day that the month does not have becomes its last one: 31 January and a month is 28 or 29 February.
    """
    if record.assured_on is None:
        return None
    return add_months(record.assured_on, record.review_interval)


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
