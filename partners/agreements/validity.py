"""Whether an agreement is in force: one rule, in Python and in SQL. A property test holds the two equal.

1. Only what was signed can be in force: the stages signed, terminated and superseded.
2. Days are whole days in Berlin, the last one inclusive: what ends today is in force until midnight.
3. No fixed end: in force from its first day on, until it is terminated or superseded.
4. Notice was given: in force until the day that was named, inclusive.
5. A signed successor takes its place on the successor's own first day and not before. One that was terminated before
   it began never does. Between an end and the successor's first day nothing is in force.
6. Renewal by itself: in force until somebody gives notice. Each period ends `renewal_months` after the one before,
   counted from the first end, so that nothing is lost on the way: on the same day of the month, or on its last day
   where that month has no such day. A year after 29 February 2024 is 28 February 2025, four years are 29 February 2028.
"""

from datetime import date, timedelta

from django.db import models
from django.db.models import (
    Case,
    DateField,
    F,
    FloatField,
    IntegerField,
    Min,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Ceil, ExtractMonth, ExtractYear, Greatest, Least
from django.utils.translation import gettext_lazy as _

from partners.models import BINDING, Agreement, Renewal, Stage
from portal.core.days import add_months, months_after
from portal.core.moment import today as berlin_today

EXPIRING_MONTHS = 6  # before its last day, an agreement that will not go on by itself


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
    """Return the validity on a day, `today` in Berlin if none is named. Asks for successors unless prefetched."""
    day = day or berlin_today()
    if agreement.stage not in BINDING or not agreement.starts_on:
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
    return validity(agreement, day) in NOW_IN_FORCE


def in_force_within(agreement: Agreement, first: date, last: date) -> tuple[date, date] | None:
    """Return the first and the last day between two on which it is in force, or None: it is so without a gap."""
    begin = max(first, agreement.starts_on or date.max)
    if begin > last or not is_in_force(agreement, begin):
        return None
    successor = superseded_on(agreement)
    ends = [last, last_day(agreement), successor - timedelta(days=1) if successor else None]
    return begin, min(day for day in ends if day)


def last_day(agreement: Agreement) -> date | None:
    """Return the day on which it ends by what is known, successors aside; None while it goes on."""
    days = [agreement.terminated_on, None if agreement.renews_itself else agreement.ends_on]
    return min((day for day in days if day), default=None)


def superseded_on(agreement: Agreement) -> date | None:
    """Return the first day of the first signed successor; None without one."""
    successors = [one for one in agreement.successors.all() if one.stage in BINDING and one.starts_on]
    begun = [one for one in successors if not (one.terminated_on and one.terminated_on < one.starts_on)]
    return min((one.starts_on for one in begun), default=None)


def period_ends_on(agreement: Agreement, day: date | None = None) -> date | None:
    """Return the last day of the present period: of the one that `day` lies in where it renews itself."""
    if not agreement.renews_itself:
        return last_day(agreement)
    day, count = day or berlin_today(), 0
    if day > agreement.ends_on:
        months = (day.year - agreement.ends_on.year) * 12 + day.month - agreement.ends_on.month
        count = max(0, -(-months // agreement.renewal_months))
    end = add_months(agreement.ends_on, count * agreement.renewal_months)
    if end < day:
        end = add_months(agreement.ends_on, (count + 1) * agreement.renewal_months)
    return min(end, agreement.terminated_on or date.max)


def _ended_before_its_end(agreement: Agreement, day: date) -> Validity | None:
    if agreement.terminated_on and agreement.terminated_on < day:
        return Validity.TERMINATED
    if agreement.stage == Stage.TERMINATED and not agreement.terminated_on:
        return Validity.TERMINATED  # nobody said when: on the safe side
    successor = superseded_on(agreement)
    if (successor and successor <= day) or (agreement.stage == Stage.SUPERSEDED and not successor):
        return Validity.SUPERSEDED
    return None


# The same in SQL ---------------------------------------------------------------------------------------------------


def with_validity(agreements, day: date | None = None):
    """Annotate `validity_on_day`, `last_day`, `period_end` and `superseded_from` (dates or None)."""
    day = day or berlin_today()
    known = agreements.annotate(superseded_from=_superseded_from(), last_day=_last_day())
    known = known.alias(first_end=_renewed(day, 0), later_end=_renewed(day, 1))
    return known.annotate(validity_on_day=_validity(day), period_end=_period_end(day))


def in_force_q(day: date | None = None, prefix: str = "") -> Q:
    """Return the condition for being in force on a day; `prefix` leads from another table ("agreement__")."""
    keys = with_validity(Agreement.objects.order_by(), day).filter(validity_on_day__in=NOW_IN_FORCE).values("pk")
    return Q(**{f"{prefix}pk__in": keys})


def _validity(day: date) -> Case:
    def when(state: Validity, condition: Q) -> When:
        return When(condition, then=Value(state.value))

    is_ended = Q(terminated_on__lt=day) | Q(stage=Stage.TERMINATED, terminated_on=None)
    is_superseded = Q(superseded_from__lte=day) | Q(stage=Stage.SUPERSEDED, superseded_from=None)
    return Case(
        when(Validity.NOT_SIGNED, ~Q(stage__in=BINDING) | Q(starts_on=None)),
        when(Validity.TERMINATED, is_ended),
        when(Validity.SUPERSEDED, is_superseded),
        when(Validity.UPCOMING, Q(starts_on__gt=day)),
        when(Validity.OPEN_ENDED, Q(last_day=None, ends_on=None)),
        when(Validity.IN_FORCE, Q(last_day=None)),
        when(Validity.EXPIRED, Q(last_day__lt=day)),
        when(Validity.EXPIRING, Q(last_day__lte=add_months(day, EXPIRING_MONTHS))),
        default=Value(Validity.IN_FORCE.value),
        output_field=models.CharField(),
    )


def _renews_itself() -> Q:
    return Q(renewal=Renewal.AUTOMATIC, renewal_months__gt=0, ends_on__isnull=False)


def _last_day() -> Case:
    """PostgreSQL's LEAST leaves NULL out, as `last_day` does."""
    return Case(When(_renews_itself(), then=F("terminated_on")), default=Least("terminated_on", "ends_on"))


def _superseded_from() -> Subquery:
    came_to_nothing = Q(terminated_on__lt=F("starts_on"))
    signed = Agreement.objects.filter(predecessor=OuterRef("pk"), stage__in=BINDING, starts_on__isnull=False)
    first = signed.exclude(came_to_nothing).order_by().values("predecessor").annotate(first=Min("starts_on"))
    return Subquery(first.values("first"), output_field=DateField())


def _period_end(day: date) -> Case:
    """Use `first_end` and `later_end`: in the month of `day`, the end may lie before it."""
    end = Case(When(first_end__lt=day, then=F("later_end")), default=F("first_end"))
    return Case(When(_renews_itself(), then=Least(end, F("terminated_on"))), default=F("last_day"))


def _renewed(day: date, more: int) -> Cast:
    """Return the end of the period that ends in the month of `day` or next after it, and so many periods later."""
    months = (Value(day.year) - ExtractYear("ends_on")) * 12 + Value(day.month) - ExtractMonth("ends_on")
    periods = Greatest(Ceil(Cast(months, FloatField()) / F("renewal_months")), 0.0) + Value(float(more))
    count = Cast(periods * F("renewal_months"), IntegerField())
    return months_after(F("ends_on"), count)
