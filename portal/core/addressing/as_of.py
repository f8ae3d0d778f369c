"""`?as_of=2020-01-01`: the day whose state a page shows, written as `portal.core.language.typed` can read it.

What means no day is ignored, and the page says why.
"""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext

from portal.core.language import formats, typed
from portal.core.time.moment import today

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)


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
        day = typed.day(text)
    except ValidationError as error:
        reason, instead = " ".join(error.messages), gettext("This is the state of today.")
        return AsOf(today(), notice=f"{reason} {instead}")
    if not FIRST <= day <= LAST:
        message = gettext("Choose a day between %(first)s and %(last)s. This is the state of today.")
        return AsOf(today(), notice=message % {"first": formats.day(FIRST), "last": formats.day(LAST)})
    return AsOf(day, is_asked=True)
