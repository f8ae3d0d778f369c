"""What an institution is to us: computed from its agreements and never stored.

active       something is in force, or there is a cooperation without an agreement
dormant      nothing is, but something was within the last 24 months
former       something was in force once, longer ago; or the institution was closed
none         nothing was ever in force, but readers know it in another role
prospective  nothing was ever in force: it only might become a partner, and is never public

What was signed by an institution that became part of another one counts for that one.
"""

from datetime import date

from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.utils.translation import gettext_lazy as _

from partners.agreements.validity import in_force_q, with_validity
from partners.models import BINDING, Agreement, EventKind, InstitutionEvent, Party
from portal.core.days import add_months
from portal.core.moment import today

DORMANT_MONTHS = 24


class PartnerStatus(models.TextChoices):
    ACTIVE = "active", _("active partner")
    DORMANT = "dormant", _("dormant: nothing in force at the moment")
    FORMER = "former", _("former partner")
    NONE = "none", _("no partner")
    PROSPECTIVE = "prospective", _("prospective partner")


PARTNERS = (PartnerStatus.ACTIVE, PartnerStatus.DORMANT, PartnerStatus.FORMER)


def with_status(institutions, day: date | None = None):
    """Annotate `partner_status` on a day, `today` in Berlin if none is named."""
    day = day or today()
    closed = InstitutionEvent.objects.filter(institution=OuterRef("pk"), kind=EventKind.CLOSED, on__lte=day)
    return institutions.annotate(
        partner_status=Case(
            When(
                has_party(present_parties(day)) | Q(cooperation_without_agreement=True),
                then=_value(PartnerStatus.ACTIVE),
            ),
            When(Exists(closed), then=_value(PartnerStatus.FORMER)),
            When(has_party(recent_parties(day)), then=_value(PartnerStatus.DORMANT)),
            When(has_party(begun_parties(day)), then=_value(PartnerStatus.FORMER)),
            When(has_other_role=True, then=_value(PartnerStatus.NONE)),
            default=_value(PartnerStatus.PROSPECTIVE),
            output_field=models.CharField(),
        )
    )


def present_parties(day: date):
    """Return who is party to something in force on a day; who has left is not, while the others go on."""
    return Party.objects.filter(in_force_q(day, "agreement__"), Q(left_on=None) | Q(left_on__gte=day))


def recent_parties(day: date):
    """Return who was party to something in force within the last months."""
    since = add_months(day, -DORMANT_MONTHS)
    begun = with_validity(Agreement.objects.order_by().filter(stage__in=BINDING, starts_on__lte=day), day)
    recent = begun.filter(
        Q(last_day=None) | Q(last_day__gte=since), Q(superseded_from=None) | Q(superseded_from__gt=since)
    )
    return Party.objects.filter(Q(left_on=None) | Q(left_on__gte=since), agreement__in=recent.values("pk"))


def begun_parties(day: date):
    return Party.objects.filter(agreement__stage__in=BINDING, agreement__starts_on__lte=day)


def has_party(parties) -> Q:
    """Return the condition for an institution that is one of the parties, or took one of them in."""
    own = parties.filter(institution=OuterRef("pk"))
    taken_in = parties.filter(institution__successor=OuterRef("pk"))
    return Q(Exists(own)) | Q(Exists(taken_in))


def _value(status: PartnerStatus) -> Value:
    return Value(status.value)
