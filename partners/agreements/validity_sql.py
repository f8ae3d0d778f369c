"""The rules of `validity` as annotations and conditions of queries."""

from datetime import date
from typing import Any

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

from partners.agreements.validity import EXPIRING_MONTHS, NOW_IN_FORCE, Validity
from partners.models import Agreement, Renewal, Stage
from portal.core.time.days import add_months, months_after
from portal.core.time.moment import today


def with_validity(agreements: QuerySet[Agreement], day: date | None = None) -> QuerySet[Any]:
    """Annotate `validity_on_day` (a value of Validity), and the dates `last_day`, `period_end`, `superseded_from`.

    They are what `validity`, `last_day`, `period_ends_on` and `superseded_on` return; a date may be None.
    """
    day = day or today()
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
