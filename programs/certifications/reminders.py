"""Reminders of the next milestone of a certificate: to its office, 18, 12, 6 and 3 months ahead."""

from collections.abc import Iterator
from datetime import date
from typing import cast

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.contacts.selectors import addresses_of
from portal.accounts.groups import CERTIFICATION_EDITOR
from portal.core.time.days import add_months
from portal.reminders.registry import Due, Kind, register
from programs.models import Certification, CertificationStatus

MONTHS_BEFORE = (18, 12, 6, 3)
WITHOUT_REMINDERS = (CertificationStatus.LAPSED, CertificationStatus.WITHDRAWN, CertificationStatus.NOT_AWARDED)


def milestones(day: date) -> Iterator[Due]:
    """Yield the milestones after a day, up to a month more than the earliest reminder: two queries.

    They include those of planned certifications and applications, but not of drafts that were never published.
    """
    within = (day, add_months(day, max(MONTHS_BEFORE) + 1))
    ahead = Certification.objects.filter(live=True, next_milestone_on__range=within).exclude(
        status__in=WITHOUT_REMINDERS
    )
    certifications = list(ahead.select_related("responsible_unit").order_by("next_milestone_on", "sort_de"))
    mailboxes = addresses_of({certification.responsible_unit_id for certification in certifications})
    for certification in certifications:
        # By its name: the scheduler has not loaded the admin, in which the type would have its viewset.
        url = reverse("wagtailsnippets_programs_certification:edit", args=[certification.pk])
        day_of_milestone = cast(date, certification.next_milestone_on)  # the query excludes empty ones
        office = mailboxes.get(certification.responsible_unit_id, ())
        yield Due(certification.public_id, str(certification), url, day_of_milestone, mailboxes=office)


def register_kinds() -> None:
    """Register the kind of reminder for milestones."""
    heading = _("Milestones of certificates")
    register(Kind("certification", heading, MONTHS_BEFORE, milestones, CERTIFICATION_EDITOR, by_months=True))
