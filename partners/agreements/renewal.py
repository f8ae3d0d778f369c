"""When to begin talks about a renewal, whether a successor exists, and which automatic renewals are unconfirmed."""

from datetime import date, timedelta
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

from partners.agreements.validity import NOW_IN_FORCE, Validity, period_ends_on, validity
from partners.agreements.validity_sql import with_validity
from partners.models import Agreement, Renewal, Stage
from portal.core.time.days import add_months, months_before
from portal.core.time.moment import today

DAY = timedelta(days=1)


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


def renewed_on(agreement: Agreement, day: date | None = None) -> date | None:
    """Return the last day of the period before the present one; None where it has not been renewed by itself."""
    day = day or today()
    if not agreement.renews_itself or agreement.ends_on is None or agreement.ends_on >= day:
        return None
    end = period_ends_on(agreement, day)
    return add_months(end, -(agreement.renewal_months or 0)) if end else None


def is_unconfirmed(agreement: Agreement, day: date | None = None) -> bool:
    """Tell whether it is one of `to_confirm`."""
    since = renewed_on(agreement, day)
    if since is None or agreement.terminated_on or validity(agreement, day) not in NOW_IN_FORCE:
        return False
    return agreement.confirmed_on is None or agreement.confirmed_on <= since


def proposed_term(agreement: Agreement, day: date | None = None) -> tuple[date, date | None]:
    """Return the first and last day to propose for a successor: from the day after the end on, for as long as before.

    It begins today at the earliest. The length counts in whole months where the term does, else in days.
    """
    start, end = agreement.starts_on, agreement.ends_on
    after = (period_ends_on(agreement, day) or end or date.min) + DAY
    first = max(after, day or today())
    if start is None or end is None:
        return first, None
    months = (end + DAY).year * 12 + (end + DAY).month - start.year * 12 - start.month
    if add_months(start, months) == end + DAY:
        return first, add_months(first, months) - DAY
    return first, first + (end - start)


def _talk_from() -> Case:
    months = ExpressionWrapper(F("notice_months") + F("agreement_type__lead_months"), output_field=IntegerField())
    return Case(When(period_end__isnull=False, then=months_before(F("period_end"), months)), output_field=DateField())


def _renewed_on() -> Cast:
    """Return the last day of the period before the present one."""
    return months_before(F("period_end"), F("renewal_months"))
