"""The kinds of reminders. An app registers its own in AppConfig.ready, and one command sends them all.

register(Kind("agreement-end", _("Agreements that end"), (365, 180, 90, 30), agreements_that_end, OFFICE))
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth.models import AbstractUser
from django.utils.functional import Promise

from portal.core.time.days import add_months

_kinds: dict[str, "Kind"] = {}


@dataclass(frozen=True)
class Due:
    """A day of a record for which a reminder is sent.

    It goes to the first of `people` who still has an active account with a mail address, else to the `mailboxes`, else
    to the office of its kind. `note` returns a further sentence; it is called with the recipient's language active.
    """

    subject: str  # the public_id of the record
    title: str
    url: str  # a path of this site, for staff
    on: date
    people: Sequence[AbstractUser | None] = ()
    mailboxes: tuple[str, ...] = ()
    note: Callable[[], str] = str


@dataclass(frozen=True)
class Kind:
    """A kind of reminder.

    `find` returns, for today, all days of this kind that have not passed or that still matter. `steps` are the numbers
    of days, or months, before such a day at which reminders are sent, the largest first. `office` is the name of the
    group that gets the reminders of records for which nobody else is responsible.
    """

    key: str
    heading: Promise
    steps: tuple[int, ...]
    find: Callable[[date], Iterable[Due]]
    office: str
    by_months: bool = False

    def reminder_day(self, on: date, step: int) -> date:
        """Return the day on which the reminder of the day `on` is sent, `step` days or months before it."""
        return add_months(on, -step) if self.by_months else on - timedelta(days=step)


def register(kind: Kind) -> None:
    """Add a kind of reminder; registering it again replaces it."""
    _kinds[kind.key] = kind


def kinds() -> list[Kind]:
    """Return all registered kinds."""
    return list(_kinds.values())
