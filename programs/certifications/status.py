"""The status of a certificate on a day: one rule in Python and in SQL. A property test proves the two equal.

A certificate is valid from its first day, which may be before the decision, through its last day in Berlin. An
extension keeps it valid while the next decision is being made. Without a last day it never expires. If it was
withdrawn, or lapsed early, it ends on the day given for that; without such a day, its end is unknown and it counts as
an earlier one on every day.
"""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Case, CharField, F, Q, QuerySet, TextChoices, Value, When
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.core.time.edtf import covers, covers_q, first_nonempty
from portal.core.time.moment import today
from portal.core.visibility import public
from programs.models.certification import AWARDED, Certification, CertificationStatus


class CertificateStatus(TextChoices):
    UPCOMING = "upcoming", _("awarded, not yet valid")
    VALID = "valid", _("valid")
    EXTENDED = "extended", _("valid, extended")
    EARLIER = "earlier", _("earlier")
    NONE = "none", _("not awarded")


CURRENT = (CertificateStatus.VALID, CertificateStatus.EXTENDED)
NEVER = "0001"  # stands for the last year where the end is unknown


def begin(certification: Certification) -> str:
    """Return the first day, month or year of its validity, as precisely as it is known."""
    return certification.valid_from or certification.decided_on


def end(certification: Certification) -> str:
    """Return the last day, month or year of its validity, "" if it never expires, NEVER if its end is unknown."""
    regular = certification.extended_until or certification.valid_until
    if certification.status == CertificationStatus.WITHDRAWN:
        return certification.ended_on or NEVER
    if certification.status == CertificationStatus.LAPSED:
        return certification.ended_on or regular or NEVER
    return regular


def certificate_status(certification: Certification, day: date | None = None) -> CertificateStatus:
    """Return the status of a certificate on a day, by default today in Berlin."""
    day = day or today()
    if certification.status not in AWARDED:
        return CertificateStatus.NONE
    if not covers(begin(certification), "", day):
        return CertificateStatus.UPCOMING
    if not covers("", end(certification), day):
        return CertificateStatus.EARLIER
    is_extended = certification.extended_until and not covers("", certification.valid_until, day)
    return CertificateStatus.EXTENDED if is_extended else CertificateStatus.VALID


def with_certificate_status(queryset: QuerySet[Certification], day: date | None = None) -> QuerySet[Any]:
    """Annotate `status_on_day` by the same rule."""
    day, nothing = day or today(), Value("")
    has_begun = covers_q(first_nonempty("valid_from", "decided_on"), nothing, day)
    has_ended = ~covers_q(nothing, _end(), day)
    is_extended = ~Q(extended_until="") & ~covers_q(nothing, F("valid_until"), day)
    status = Case(
        When(~Q(status__in=AWARDED), then=Value(CertificateStatus.NONE)),
        When(~has_begun, then=Value(CertificateStatus.UPCOMING)),
        When(has_ended, then=Value(CertificateStatus.EARLIER)),
        When(is_extended, then=Value(CertificateStatus.EXTENDED)),
        default=Value(CertificateStatus.VALID),
        output_field=CharField(),
    )
    return queryset.annotate(status_on_day=status)


def refuse_second(certification: Certification) -> None:
    """Raise a ValidationError for a second current award of one scheme, holder and level; add-ons do not count."""
    if certification.award_id or certificate_status(certification) not in CURRENT:
        return
    same = {name: getattr(certification, name) for name in ("scheme", "holder_unit", "holder_institution")}
    others = public(Certification.objects.filter(**same, award=None)).exclude(pk=certification.pk)
    others = with_certificate_status(others).filter(status_on_day__in=CURRENT, level_de__iexact=certification.level_de)
    if other := others.first():
        message = gettext(
            "“%(name)s” is current, of the same scheme, holder and level. End that one first, or make this an add-on."
        )
        raise ValidationError({"valid_from": ValidationError(message, params={"name": other.name_de})})


def _end() -> Case:
    """Return `end` as an expression."""
    regular = first_nonempty("extended_until", "valid_until")
    return Case(
        When(status=CertificationStatus.WITHDRAWN, then=first_nonempty("ended_on", Value(NEVER))),
        When(
            status=CertificationStatus.LAPSED,
            then=first_nonempty("ended_on", "extended_until", "valid_until", Value(NEVER)),
        ),
        default=regular,
        output_field=CharField(),
    )
