"""Reminders of agreements whose end, or whose last day for giving notice, is approaching."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from partners.agreements import renewal
from partners.agreements.validity import NOW_IN_FORCE
from partners.models import Agreement
from portal.accounts.groups import INTERNATIONAL_OFFICE
from portal.core.language import formats
from portal.reminders.registry import Due, Kind, register

DAYS_BEFORE = (365, 180, 90, 30)


def agreements(day: date) -> Iterator[Due]:
    """Yield the agreements in force without a successor whose deadline lies within a year of `day`."""
    ending = renewal.with_renewal(Agreement.objects.all(), day)
    ending = ending.filter(validity_on_day__in=NOW_IN_FORCE, has_successor=False, period_end__isnull=False)
    people = ("responsible__wagtail_userprofile", "deputy__wagtail_userprofile")
    ending = ending.select_related("agreement_type", *people).prefetch_related("parties__institution")
    for agreement in ending.order_by("period_end", "pk"):
        on = renewal.deadline(agreement, day)
        if on and day <= on <= day + timedelta(days=max(DAYS_BEFORE)):
            yield _due(agreement, on, day)


def _due(agreement: Agreement, on: date, day: date) -> Due:
    partners = ", ".join(party.institution.name_de for party in agreement.parties.all())
    talk_from = renewal.start_talking_on(agreement, day) or on  # a day: the agreement has an end

    def note() -> str:
        if agreement.renews_itself:
            return gettext("It goes on by itself unless notice is given until then.")
        return gettext("Time to talk about what follows: from %(day)s on.") % {"day": formats.day(talk_from)}

    # By its name: the scheduler has not loaded the admin, in which the type would have its viewset.
    url = reverse("wagtailsnippets_partners_agreement:edit", args=[agreement.pk])
    people = [agreement.responsible, agreement.deputy]
    return Due(agreement.public_id, f"{agreement} – {partners}", url, on, people, note=note)


def register_kinds() -> None:
    heading = _("Agreements that end, or that notice can be given of")
    register(Kind("agreement-end", heading, DAYS_BEFORE, agreements, INTERNATIONAL_OFFICE))
