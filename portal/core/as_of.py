"""`?as_of=2020-01-01`: the day for which a page is asked. What cannot be one is ignored, and the page says so."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from portal.core import formats
from portal.core.edtf import first_day
from portal.core.moment import today

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
LONGEST = 40  # characters of a bad value that are repeated to the reader


@dataclass(frozen=True)
class AsOf:
    """`is_asked` tells whether the reader chose the day; `notice` says what was ignored."""

    day: date
    is_asked: bool = False
    notice: str = ""

    @property
    def value(self) -> str:
        return self.day.isoformat()


def as_of(parameters) -> AsOf:
    """Return the day that the parameters of an address ask for: one between 1900 and 2100, else today in Berlin."""
    written = parameters.get("as_of", "").strip()
    if not written:
        return AsOf(today())
    try:
        day = first_day(written) if len(written) == 10 else None
    except ValueError:
        day = None
    if day is None:
        message = gettext(
            "“%(value)s” is no day of the calendar, so this is the state of today. Write it as 2020-01-31."
        )
        return AsOf(today(), notice=message % {"value": _shown(written)})
    if not FIRST <= day <= LAST:
        message = gettext("Choose a day between %(first)s and %(last)s. This is the state of today.")
        return AsOf(today(), notice=message % {"first": formats.day(FIRST), "last": formats.day(LAST)})
    return AsOf(day, is_asked=True)


def _shown(written: str) -> str:
    printable = "".join(character for character in written if character.isprintable())
    return printable if len(printable) <= LONGEST else f"{printable[:LONGEST]}…"
