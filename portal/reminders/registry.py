"""All kinds of reminder. An app registers its own in its AppConfig.ready, and one command sends them all.

register(Kind("agreement-end", _("Agreements that end"), (365, 180, 90, 30), agreements_that_end, OFFICE))
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.functional import Promise

from portal.core.days import add_months

_kinds: dict[str, "Kind"] = {}


@dataclass(frozen=True)
class Due:
    """A day that somebody is to be reminded of. `people` are the users who answer for it, the first one first.

    Whoever of them has left is passed over; where nobody is left, it goes to the `mailboxes` that the record names, and
    else to the office of its kind. `note` says more, in the language of the reader: it is a function, called with that
    language active.
    """

    subject: str  # the public_id of the record
    title: str
    url: str  # a path of this site, for staff
    on: date
    people: list = field(default_factory=list)
    mailboxes: tuple[str, ...] = ()
    note: Callable[[], str] = str


@dataclass(frozen=True)
class Kind:
    """`find` returns everything of this kind whose day has not passed or is still of interest.

    `steps` holds how many days, or months, before that day to remind, the largest first. `office` names the group of
    staff that is told where nobody answers for a record any more.
    """

    key: str
    heading: Promise
    steps: tuple[int, ...]
    find: Callable[[date], Iterable[Due]]
    office: str
    by_months: bool = False

    def day_of(self, on: date, step: int) -> date:
        """Return the day on which to remind of `on`."""
        return add_months(on, -step) if self.by_months else on - timedelta(days=step)


def register(kind: Kind) -> None:
    """Add a kind of reminder; registering it again replaces it."""
    _kinds[kind.key] = kind


def kinds() -> list[Kind]:
    return list(_kinds.values())
