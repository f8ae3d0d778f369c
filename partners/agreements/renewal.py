"""When to begin to talk about what follows, and what has gone on by itself without anybody saying that it should."""

from datetime import date

from django.db.models import (
    Case,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    When,
)
from django.db.models.functions import Cast

from partners.agreements.validity import NOW_IN_FORCE, Validity, period_ends_on, with_validity
from partners.models import Agreement, Renewal, Stage
from portal.core.days import add_months, months_before
from portal.core.moment import today


def deadline(agreement: Agreement, day: date | None = None) -> date | None:
    """Return the day that must not pass unnoticed: the last one on which notice can be given where it renews itself,
    else its end."""
    end = period_ends_on(agreement, day)
    if end is None or not agreement.renews_itself or agreement.terminated_on:
        return end
    return add_months(end, -agreement.notice_months)


def start_talking_on(agreement: Agreement, day: date | None = None) -> date | None:
    """Return when to begin: notice and the usual lead time of the type before the end; None without an end."""
    end = period_ends_on(agreement, day)
    if end is None:
        return None
    return add_months(end, -(agreement.notice_months + agreement.agreement_type.lead_months))


def with_renewal(agreements, day: date | None = None):
    """Annotate what `with_validity` does, `talk_from` (the same as `start_talking_on`), and `has_follower`: whether a
    next agreement is signed or on its way."""
    follower = Agreement.objects.filter(predecessor=OuterRef("pk")).exclude(stage=Stage.REJECTED)
    known = with_validity(agreements, day).annotate(has_follower=Exists(follower))
    return known.annotate(talk_from=_talk_from())


def ending_soon(agreements, day: date | None = None):
    """Return what ends within six months and has no follower, the next end first."""
    found = with_renewal(agreements, day).filter(validity_on_day=Validity.EXPIRING, has_follower=False)
    return found.order_by("period_end", "pk")


def horizon(agreements, day: date | None = None):
    """Return what it is time to talk about: it will end, has no follower, and is not yet among what ends soon."""
    day = day or today()
    found = with_renewal(agreements, day).filter(
        validity_on_day=Validity.IN_FORCE, has_follower=False, last_day__isnull=False, talk_from__lte=day
    )
    return found.order_by("talk_from", "pk")


def to_confirm(agreements, day: date | None = None):
    """Return what has gone on by itself since anybody last said that it should."""
    day = day or today()
    renewed = Q(renewal=Renewal.AUTOMATIC, ends_on__lt=day, terminated_on=None, validity_on_day__in=NOW_IN_FORCE)
    found = with_renewal(agreements, day).filter(renewed).annotate(renewed_on=_renewed_on())
    return found.filter(Q(confirmed_on=None) | Q(confirmed_on__lte=F("renewed_on"))).order_by("renewed_on", "pk")


def _talk_from() -> Case:
    months = ExpressionWrapper(F("notice_months") + F("agreement_type__lead_months"), output_field=IntegerField())
    return Case(When(period_end__isnull=False, then=months_before(F("period_end"), months)), output_field=DateField())


def _renewed_on() -> Cast:
    """Return the last day of the period before the present one."""
    return months_before(F("period_end"), F("renewal_months"))
