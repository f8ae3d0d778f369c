"""The next milestone of a certificate: its office hears of it 18, 12, 6 and 3 months ahead."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.contacts.selectors import addresses_of
from portal.accounts.groups import CERTIFICATION_EDITOR
from portal.core.days import add_months
from portal.reminders.registry import Due, Kind, register
from programs.models import Certification, CertificationStatus

MONTHS_BEFORE = (18, 12, 6, 3)
PAST_CARE = (CertificationStatus.LAPSED, CertificationStatus.WITHDRAWN, CertificationStatus.NOT_AWARDED)


def milestones(day: date) -> Iterator[Due]:
    """Yield the milestones that lie ahead of a day, as far as one is reminded of them: two queries.

    Plans and applications count, they have the next deadlines; drafts that were never published do not.
    """
    within = (day, add_months(day, max(MONTHS_BEFORE) + 1))
    ahead = Certification.objects.filter(live=True, next_milestone_on__range=within).exclude(status__in=PAST_CARE)
    found = list(ahead.select_related("responsible_unit").order_by("next_milestone_on", "sort_de"))
    mailboxes = addresses_of({one.responsible_unit_id for one in found})
    for one in found:
        url = reverse("wagtailsnippets_programs_certification:edit", args=[one.pk])
        office = mailboxes.get(one.responsible_unit_id, ())
        yield Due(one.public_id, str(one), url, one.next_milestone_on, mailboxes=office)


def register_kinds():
    heading = _("Milestones of certificates")
    register(Kind("certification", heading, MONTHS_BEFORE, milestones, CERTIFICATION_EDITOR, by_months=True))
