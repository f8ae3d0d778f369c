"""When what a record says has to be checked again."""

from datetime import date

from django.db.models import DateField, DurationField, ExpressionWrapper, F, Func, Q
from django.db.models.functions import Cast
from django.db.models.lookups import LessThan

from portal.core.moment import today as berlin_today


def overdue_q(today: date | None = None) -> Q:
    """Return the condition for records that want checking: the last day for it has passed, or nobody ever did.

    That day is `review_interval` months after the last check. A day that the month does not have becomes its last one:
    31 January and a month is 28 or 29 February, as `portal.core.days.add_months` counts.
    """
    return Q(assured_on=None) | Q(LessThan(_due_on(), today or berlin_today()))


def _due_on():
    months = Func(
        F("review_interval"), template="make_interval(months => %(expressions)s)", output_field=DurationField()
    )
    return Cast(ExpressionWrapper(F("assured_on") + months, output_field=DateField()), DateField())
