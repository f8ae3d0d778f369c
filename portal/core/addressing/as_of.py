"""`?as_of=2020-01-01`: the day whose state a page shows. An invalid value is ignored, and the page says so."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext

from portal.core.language import formats
from portal.core.time.edtf import first_day
from portal.core.time.moment import today

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
MAX_SHOWN = 40  # characters of an invalid value that are shown to the reader


@dataclass(frozen=True)
class AsOf:
    """`is_asked` tells whether the reader chose the day; `notice` says which value was ignored."""

    day: date
    is_asked: bool = False
    notice: str = ""

    @property
    def value(self) -> str:
        """Return the day as the parameter has it: 2020-01-31."""
        return self.day.isoformat()


def as_of(parameters: QueryDict) -> AsOf:
    """Return the day in the parameters of an address if it lies between 1900 and 2100, else today in Berlin."""
    text = parameters.get("as_of", "").strip()
    if not text:
        return AsOf(today())
    try:
        day = first_day(text) if len(text) == 10 else None
    except ValueError:
        day = None
    if day is None:
        message = gettext(
            "“%(value)s” is no day of the calendar, so this is the state of today. Write it as 2020-01-31."
        )
        return AsOf(today(), notice=message % {"value": _shortened(text)})
    if not FIRST <= day <= LAST:
        message = gettext("Choose a day between %(first)s and %(last)s. This is the state of today.")
        return AsOf(today(), notice=message % {"first": formats.day(FIRST), "last": formats.day(LAST)})
    return AsOf(day, is_asked=True)


def _shortened(text: str) -> str:
    printable = "".join(character for character in text if character.isprintable())
    return printable if len(printable) <= MAX_SHOWN else f"{printable[:MAX_SHOWN]}…"
