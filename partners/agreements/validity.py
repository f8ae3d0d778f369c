"""Whether an agreement is in force. `validity_sql` has the same rules in SQL, and a property test compares the two.

1. Only an agreement that was signed can be in force: its stage is signed, terminated or superseded.
2. Dates are whole days in Berlin, and the last day is inclusive: an agreement is in force until midnight of that day.
3. Without a fixed end it is in force from its first day until it is terminated or superseded.
4. After notice was given it is in force up to and including the day of termination.
5. A signed successor supersedes it on the successor's own first day and not before. A successor that was terminated
   before its first day never does. Between its end and the successor's first day nothing is in force.
6. If it is renewed automatically, it is in force until somebody gives notice. Each period ends `renewal_months` after
   the previous one. Months are counted from the first end, so that days do not drift: a period ends on the same day of
   the month, or on the last day of a shorter month. A year after 29 February 2024 is 28 February 2025, and four years
   after it is 29 February 2028.
"""

from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from partners.models import Agreement, Stage
from portal.core.time.days import add_months
from portal.core.time.moment import today as berlin_today

EXPIRING_MONTHS = 6  # an agreement with a fixed end counts as expiring for so long before its last day


class Validity(models.TextChoices):
    NOT_SIGNED = "not-signed", _("not signed")
    UPCOMING = "upcoming", _("upcoming")
    IN_FORCE = "in-force", _("in force")
    EXPIRING = "expiring", _("ending soon")
    OPEN_ENDED = "open-ended", _("in force, no fixed end")
    EXPIRED = "expired", _("expired")
    TERMINATED = "terminated", _("terminated")
    SUPERSEDED = "superseded", _("superseded")


NOW_IN_FORCE = (Validity.IN_FORCE, Validity.EXPIRING, Validity.OPEN_ENDED)


def validity(agreement: Agreement, day: date | None = None) -> Validity:
    """Return the validity on a day, by default today in Berlin. Queries the successors unless they are prefetched."""
    day = day or berlin_today()
    if agreement.starts_on is None or not agreement.is_binding:
        return Validity.NOT_SIGNED
    if ended := _ended_before_its_end(agreement, day):
        return ended
    if day < agreement.starts_on:
        return Validity.UPCOMING
    last = last_day(agreement)
    if last is None:
        return Validity.IN_FORCE if agreement.ends_on else Validity.OPEN_ENDED
    if last < day:
        return Validity.EXPIRED
    return Validity.EXPIRING if last <= add_months(day, EXPIRING_MONTHS) else Validity.IN_FORCE


def is_in_force(agreement: Agreement, day: date | None = None) -> bool:
    """Tell whether an agreement is in force on a day, by default today in Berlin."""
    return validity(agreement, day) in NOW_IN_FORCE


def in_force_within(agreement: Agreement, first: date, last: date) -> tuple[date, date] | None:
    """Return the first and last day of the period between two days in which it is in force, or None without one."""
    begin = max(first, agreement.starts_on or date.max)
    if begin > last or not is_in_force(agreement, begin):
        return None
    successor = superseded_on(agreement)
    ends = [last, last_day(agreement), successor - timedelta(days=1) if successor else None]
    return begin, min(day for day in ends if day)


def last_day(agreement: Agreement) -> date | None:
    """Return the day on which it ends as far as is known, regardless of successors; None without an end."""
    days = [agreement.terminated_on, None if agreement.renews_itself else agreement.ends_on]
    return min((day for day in days if day), default=None)


def superseded_on(agreement: Agreement) -> date | None:
    """Return the first day of the earliest binding successor, or None without one.

    A successor that was terminated before its first day does not count.
    """
    successors = [successor for successor in agreement.successors.all() if successor.is_binding]
    first_days = [
        successor.starts_on
        for successor in successors
        if successor.starts_on and not (successor.terminated_on and successor.terminated_on < successor.starts_on)
    ]
    return min(first_days, default=None)


def period_ends_on(agreement: Agreement, day: date | None = None) -> date | None:
    """Return the last day of the present period: where it renews itself, that of the period that contains `day`."""
    first_end, length = agreement.ends_on, agreement.renewal_months
    if first_end is None or length is None or not agreement.renews_itself:
        return last_day(agreement)
    day, count = day or berlin_today(), 0
    if day > first_end:
        months = (day.year - first_end.year) * 12 + day.month - first_end.month
        count = max(0, -(-months // length))
    end = add_months(first_end, count * length)
    if end < day:
        end = add_months(first_end, (count + 1) * length)
    return min(end, agreement.terminated_on or date.max)


def _ended_before_its_end(agreement: Agreement, day: date) -> Validity | None:
    if agreement.terminated_on and agreement.terminated_on < day:
        return Validity.TERMINATED
    if agreement.stage == Stage.TERMINATED and not agreement.terminated_on:
        return Validity.TERMINATED  # the day is unknown: treat it as past
    successor = superseded_on(agreement)
    if (successor and successor <= day) or (agreement.stage == Stage.SUPERSEDED and not successor):
        return Validity.SUPERSEDED
    return None
