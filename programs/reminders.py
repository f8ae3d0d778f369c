"""Whom to remind of the next milestone of a certificate: its office, 18, 12, 6 and 3 months ahead.

`due` sends nothing and remembers nothing. Each reminder has a `key`; whoever sends it remembers the keys, so that
twice a day sends once, and a day without sending is made up for on the next.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from partners.models import Unit
from partners.selectors import addresses_of
from programs.models import Certification, CertificationStatus

MONTHS_AHEAD = (18, 12, 6, 3)
PAST_CARE = (CertificationStatus.LAPSED, CertificationStatus.WITHDRAWN, CertificationStatus.NOT_AWARDED)


@dataclass(frozen=True)
class Reminder:
    """`on` is the day of the milestone, `due_on` the day of the reminder; `addresses` may be empty."""

    certification: Certification
    months_ahead: int
    on: date
    due_on: date
    office: Unit
    addresses: tuple[str, ...]

    @property
    def key(self) -> str:
        return f"certification:{self.certification.public_id}:{self.on.isoformat()}:{self.months_ahead}"

    def is_overdue(self, day: date) -> bool:
        """Tell whether it should have been sent before `day`."""
        return self.due_on < day


def due(day: date) -> Iterator[Reminder]:
    """Yield the reminders that should have been sent by a day, for milestones that are still ahead then.

    Of several for one milestone only the nearest: after an outage nobody gets the same news twice. Plans and
    applications count, they have the next deadlines; drafts that were never published do not.
    """
    ahead = Certification.objects.filter(live=True, next_milestone_on__gte=day).exclude(status__in=PAST_CARE)
    found = list(ahead.select_related("responsible_unit").order_by("next_milestone_on", "sort_de"))
    addresses = addresses_of({one.responsible_unit_id for one in found})
    for one in found:
        months, due_on = _nearest(one.next_milestone_on, day)
        if months:
            office = one.responsible_unit
            yield Reminder(one, months, one.next_milestone_on, due_on, office, addresses.get(office.pk, ()))


def _nearest(milestone: date, day: date) -> tuple[int, date]:
    """Return how many months ahead the last reminder that is due by `day` stands, and its day; 0 before the first."""
    passed = [(months, due_on) for months in MONTHS_AHEAD if (due_on := months_before(milestone, months)) <= day]
    return passed[-1] if passed else (0, day)


def months_before(day: date, months: int) -> date:
    """Return the same day so many months before, or the last day of that month where it has no such day."""
    count = day.year * 12 + day.month - 1 - months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
