"""The partner status of an institution: computed from its agreements and never stored.

active       an agreement is in force, or there is a cooperation without an agreement
dormant      no agreement is in force, but one was within the last 24 months
former       an agreement was in force longer ago, or the institution was closed
none         no agreement was ever in force, but the institution has another role
prospective  no agreement was ever in force: it may become a partner, and is never public

The agreements of an institution that was merged into another one count for that one.
"""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from partners.agreements.validity_sql import in_force_q, with_validity
from partners.models import Agreement, EventKind, Institution, InstitutionEvent, Party, party_q
from portal.core.time.days import add_months
from portal.core.time.moment import today

DORMANT_MONTHS = 24


class PartnerStatus(models.TextChoices):
    ACTIVE = "active", _("active partner")
    DORMANT = "dormant", _("dormant: nothing in force at the moment")
    FORMER = "former", _("former partner")
    NONE = "none", _("no partner")
    PROSPECTIVE = "prospective", _("prospective partner")


PARTNERS = (PartnerStatus.ACTIVE, PartnerStatus.DORMANT, PartnerStatus.FORMER)


def with_status(institutions: QuerySet[Institution], day: date | None = None) -> QuerySet[Any]:
    """Annotate `partner_status` (a value of PartnerStatus) on a day, by default today in Berlin."""
    day = day or today()
    closed = InstitutionEvent.objects.filter(institution=OuterRef("pk"), kind=EventKind.CLOSED, on__lte=day)
    return institutions.annotate(
        partner_status=Case(
            When(
                party_q(present_parties(day)) | Q(cooperation_without_agreement=True),
                then=_value(PartnerStatus.ACTIVE),
            ),
            When(Exists(closed), then=_value(PartnerStatus.FORMER)),
            When(party_q(recent_parties(day)), then=_value(PartnerStatus.DORMANT)),
            When(party_q(Party.begun(day)), then=_value(PartnerStatus.FORMER)),
            When(has_other_role=True, then=_value(PartnerStatus.NONE)),
            default=_value(PartnerStatus.PROSPECTIVE),
            output_field=models.CharField(),
        )
    )


def present_parties(day: date) -> QuerySet[Party]:
    """Return the parties on a day to agreements in force on that day, without those that have left."""
    return Party.objects.filter(in_force_q(day, "agreement__"), Q(left_on=None) | Q(left_on__gte=day))


def recent_parties(day: date) -> QuerySet[Party]:
    """Return the parties to agreements that were in force within DORMANT_MONTHS before a day."""
    since = add_months(day, -DORMANT_MONTHS)
    begun = with_validity(Agreement.objects.order_by().filter(Agreement.binding_q(), starts_on__lte=day), day)
    recent = begun.filter(
        Q(last_day=None) | Q(last_day__gte=since), Q(superseded_from=None) | Q(superseded_from__gt=since)
    )
    return Party.objects.filter(Q(left_on=None) | Q(left_on__gte=since), agreement__in=recent.values("pk"))


def _value(status: PartnerStatus) -> Value:
    return Value(status.value)
