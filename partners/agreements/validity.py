"""Whether an agreement is in force: the same rules in Python and in SQL. A property test compares the two.

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
from django.db.models import (
    Case,
    DateField,
    F,
    FloatField,
    IntegerField,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Ceil, ExtractMonth, ExtractYear, Greatest, Least
from django.utils.translation import gettext_lazy as _

from partners.models import Agreement, Renewal, Stage
from portal.core.days import add_months, months_after
from portal.core.moment import today as berlin_today

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
    if not agreement.is_binding:
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
        if not (successor.terminated_on and successor.terminated_on < successor.starts_on)
    ]
    return min(first_days, default=None)


def period_ends_on(agreement: Agreement, day: date | None = None) -> date | None:
    """Return the last day of the present period: where it renews itself, that of the period that contains `day`."""
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
        return Validity.TERMINATED  # the day is unknown: treat it as past
    successor = superseded_on(agreement)
    if (successor and successor <= day) or (agreement.stage == Stage.SUPERSEDED and not successor):
        return Validity.SUPERSEDED
    return None


# The same in SQL ---------------------------------------------------------------------------------------------------


def with_validity(agreements: QuerySet[Agreement], day: date | None = None) -> QuerySet[Agreement]:
    """Annotate `validity_on_day` (a value of Validity), and the dates `last_day`, `period_end`, `superseded_from`.

    They are what `validity`, `last_day`, `period_ends_on` and `superseded_on` return; a date may be None.
    """
    day = day or berlin_today()
    dated = agreements.annotate(superseded_from=_superseded_from(), last_day=_last_day())
    dated = dated.alias(first_end=_renewed(day, 0), later_end=_renewed(day, 1))
    return dated.annotate(validity_on_day=_validity(day), period_end=_period_end(day))


def in_force_q(day: date | None = None, prefix: str = "") -> Q:
    """Return the condition for being in force on a day, by default today in Berlin.

    `prefix` is the lookup path from another model to the agreement, such as "agreement__".
    """
    keys = with_validity(Agreement.objects.order_by(), day).filter(validity_on_day__in=NOW_IN_FORCE).values("pk")
    return Q(**{f"{prefix}pk__in": keys})


def _validity(day: date) -> Case:
    def when(state: Validity, condition: Q) -> When:
        return When(condition, then=Value(state.value))

    is_ended = Q(terminated_on__lt=day) | Q(stage=Stage.TERMINATED, terminated_on=None)
    is_superseded = Q(superseded_from__lte=day) | Q(stage=Stage.SUPERSEDED, superseded_from=None)
    return Case(
        when(Validity.NOT_SIGNED, ~Agreement.binding_q()),
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
    """Return the expression for `last_day`. PostgreSQL's LEAST ignores NULL, as that function does."""
    return Case(When(_renews_itself(), then=F("terminated_on")), default=Least("terminated_on", "ends_on"))


def _superseded_from() -> Subquery:
    never_began = Q(terminated_on__lt=F("starts_on"))
    successors = Agreement.objects.filter(Agreement.binding_q(), predecessor=OuterRef("pk"))
    first = successors.exclude(never_began).order_by().values("predecessor").annotate(first=Min("starts_on"))
    return Subquery(first.values("first"), output_field=DateField())


def _period_end(day: date) -> Case:
    """Return the expression for `period_ends_on`, from `first_end` and `later_end` (see `_renewed`)."""
    end = Case(When(first_end__lt=day, then=F("later_end")), default=F("first_end"))
    return Case(When(_renews_itself(), then=Least(end, F("terminated_on"))), default=F("last_day"))


def _renewed(day: date, more: int) -> Cast:
    """Return the end of the first period that ends in the month of `day` or later, moved on by `more` periods.

    In the month of `day` that end may lie before `day`: then the end of the following period is needed.
    """
    months = (Value(day.year) - ExtractYear("ends_on")) * 12 + Value(day.month) - ExtractMonth("ends_on")
    periods = Greatest(Ceil(Cast(months, FloatField()) / F("renewal_months")), 0.0) + Value(float(more))
    count = Cast(periods * F("renewal_months"), IntegerField())
    return months_after(F("ends_on"), count)
