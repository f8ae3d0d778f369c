"""When the content of a record has to be checked again."""

from datetime import date

from django.db.models import F, Model, Q
from django.db.models.lookups import LessThan

from portal.core.time.days import months_after
from portal.core.time.moment import today as berlin_today
from portal.core.visibility import public_q


def overdue_q(today: date | None = None) -> Q:
    """Return the condition for records whose check is overdue on a day, by default today in Berlin.

    The last day for it is `review_interval` months after the last check. A record that was never checked is overdue.
    """
    last_day = months_after(F("assured_on"), F("review_interval"))
    return Q(assured_on=None) | Q(LessThan(last_day, today or berlin_today()))


def due_for_check_q(model: type[Model]) -> Q:
    """Return the condition for records of a type that readers see in lists, and whose check is overdue today."""
    return public_q(model) & getattr(model, "listed_q", Q)() & overdue_q()
