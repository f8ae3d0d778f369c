"""When to begin talks about a renewal, whether a successor exists, and which automatic renewals are unconfirmed."""

from datetime import date
from typing import Any

from django.db.models import (
    Case,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    When,
)
from django.db.models.functions import Cast

from partners.agreements.validity import NOW_IN_FORCE, Validity, period_ends_on
from partners.agreements.validity_sql import with_validity
from partners.models import Agreement, Renewal, Stage
from portal.core.time.days import add_months, months_before
from portal.core.time.moment import today


def deadline(agreement: Agreement, day: date | None = None) -> date | None:
    """Return the next day on which somebody may have to act, or None without an end.

    It is the last day for giving notice if the agreement renews itself, and otherwise its end.
    """
    end = period_ends_on(agreement, day)
    if end is None or not agreement.renews_itself or agreement.terminated_on:
        return end
    return add_months(end, -agreement.notice_months)


def start_talking_on(agreement: Agreement, day: date | None = None) -> date | None:
    """Return the day on which talks should begin, or None without an end.

    It lies before the end by the period of notice plus the usual lead time of the type of agreement.
    """
    end = period_ends_on(agreement, day)
    if end is None:
        return None
    return add_months(end, -(agreement.notice_months + agreement.agreement_type.lead_months))


def with_renewal(agreements: QuerySet[Agreement], day: date | None = None) -> QuerySet[Any]:
    """Annotate what `with_validity` does, `has_successor`, and the date `talk_from` (see `start_talking_on`).

    `has_successor` is for staff: a successor counts in every stage but rejected, drafts included.
    """
    successors = Agreement.objects.filter(predecessor=OuterRef("pk")).exclude(stage=Stage.REJECTED)
    dated = with_validity(agreements, day).annotate(has_successor=Exists(successors))
    return dated.annotate(talk_from=_talk_from())


def with_negotiated_successor(agreements: QuerySet[Agreement]) -> QuerySet[Any]:
    """Annotate `has_negotiated_successor`: a successor is in negotiation, awaits signature or is signed.

    It is for readers, who are told that a renewal is in progress: drafts do not count.
    """
    stages = [Stage.NEGOTIATION, Stage.AWAITING_SIGNATURE, Stage.SIGNED]
    successors = Agreement.objects.filter(predecessor=OuterRef("pk"), stage__in=stages)
    return agreements.annotate(has_negotiated_successor=Exists(successors))


def ending_soon(agreements: QuerySet[Agreement], day: date | None = None) -> QuerySet[Any]:
    """Return the agreements that are expiring and have no successor, the earliest end first."""
    expiring = with_renewal(agreements, day).filter(validity_on_day=Validity.EXPIRING, has_successor=False)
    return expiring.order_by("period_end", "pk")


def talks_due(agreements: QuerySet[Agreement], day: date | None = None) -> QuerySet[Any]:
    """Return the agreements about whose renewal talks should have begun, the most overdue first.

    They have an end, but no successor, and are not expiring yet.
    """
    day = day or today()
    due = with_renewal(agreements, day).filter(
        validity_on_day=Validity.IN_FORCE, has_successor=False, last_day__isnull=False, talk_from__lte=day
    )
    return due.order_by("talk_from", "pk")


def to_confirm(agreements: QuerySet[Agreement], day: date | None = None) -> QuerySet[Any]:
    """Return the agreements renewed automatically since staff last confirmed them, with the date `renewed_on`."""
    day = day or today()
    is_renewed = Q(renewal=Renewal.AUTOMATIC, ends_on__lt=day, terminated_on=None, validity_on_day__in=NOW_IN_FORCE)
    renewed = with_renewal(agreements, day).filter(is_renewed).annotate(renewed_on=_renewed_on())
    return renewed.filter(Q(confirmed_on=None) | Q(confirmed_on__lte=F("renewed_on"))).order_by("renewed_on", "pk")


def _talk_from() -> Case:
    months = ExpressionWrapper(F("notice_months") + F("agreement_type__lead_months"), output_field=IntegerField())
    return Case(When(period_end__isnull=False, then=months_before(F("period_end"), months)), output_field=DateField())


def _renewed_on() -> Cast:
    """Return the last day of the period before the present one."""
    return months_before(F("period_end"), F("renewal_months"))
