"""Days and moments as people type them, in German, English or ISO 8601, whatever the language of the page.

What could mean two days, such as 03/04/2026, is refused and never guessed. A year of two digits lies between 1969 and
2068 (as POSIX has it).
"""

import re
import unicodedata
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.core.language import formats

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

MAX_SHOWN = 40  # characters of what was typed that a message repeats
FIRST_YEAR_OF_TWO_DIGITS = 1969

_NAMES = (
    "januar februar märz april mai juni juli august september oktober november dezember",
    "january february march april may june july august september october november december",
)
MONTHS = {
    written: number
    for names in _NAMES
    for number, name in enumerate(names.split(), start=1)
    for written in (name, name[:3])
} | {"jänner": 1, "maerz": 3, "mrz": 3, "sept": 9}

_WORD, _NTH = r"(?P<month>[^\W\d_]+)\.?", r"(?:\.|st|nd|rd|th)?"
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})")
_GERMAN = re.compile(r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4}|\d{2})")
_DAY_IN_WORDS = re.compile(rf"(?P<day>\d{{1,2}}){_NTH} ?{_WORD},? (?P<year>\d{{4}}|\d{{2}})")
_MONTH_IN_WORDS = re.compile(rf"{_WORD} (?P<day>\d{{1,2}}){_NTH},? (?P<year>\d{{4}})")
_EITHER_ORDER = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})")
_YEAR = re.compile(r"\d{4}")
_MONTHS_OF_A_YEAR = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})",
        r"(?P<month>\d{1,2})[./] ?(?P<year>\d{4})",
        rf"{_WORD} (?P<year>\d{{4}})",
    )
)
_BEFORE_TIME = r"(?P<day>.+?)(?:, ?| |(?<=\d)T)(?:um |at )?"
_HALF = r"(?P<half>uhr|[ap]\.?m\.?)"
_WITH_TIME = (
    re.compile(rf"{_BEFORE_TIME}(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?::(?P<second>\d{{2}}))?(?: ?{_HALF})?", re.I),
    re.compile(rf"{_BEFORE_TIME}(?P<hour>\d{{1,2}})(?:\.(?P<minute>\d{{2}}))? ?{_HALF}", re.I),
)


def day(text: str) -> date:
    """Return the day that a text means; raises a ValidationError that says why it means none."""
    tidy = _tidy(text)
    if match := _EITHER_ORDER.fullmatch(tidy):
        return _only_reading(text, int(match[1]), int(match[3]), int(match[4]))
    for pattern in (_YEAR_FIRST, _GERMAN, _DAY_IN_WORDS, _MONTH_IN_WORDS):
        if (match := pattern.fullmatch(tidy)) and (month := _month(match["month"])):
            return _existing(text, _full_year(match["year"]), month, int(match["day"]))
    message = _("“%(value)s” cannot be read as a day. Write it as 31 December 2026 or 2026-12-31.")
    raise _refusal("unreadable", message, value=text)


def moment(text: str) -> datetime:
    """Return the local date and time, without a time zone, that a text means; a day alone means its first moment.

    Raises a ValidationError that says why it means none.
    """
    tidy = _tidy(text)
    match = next((match for pattern in _WITH_TIME if (match := pattern.fullmatch(tidy))), None)
    try:
        on = day(match["day"] if match else text)
        return datetime.combine(on, _time(match) if match else time())
    except (ValueError, ValidationError) as error:
        if getattr(error, "code", "unreadable") != "unreadable":
            raise
        message = _("“%(value)s” cannot be read as a date and time. Write it as 31 December 2026, 14:00.")
        raise _refusal("unreadable", message, value=text) from error


def written_date(text: str) -> str:
    """Return the year, month or day that a text means, as 2015, 2015-10 or 2015-10-01 (EDTF, level 0).

    Raises a ValidationError that says why it means none.
    """
    tidy = _tidy(text)
    if _YEAR.fullmatch(tidy) and int(tidy):
        return tidy
    for pattern in _MONTHS_OF_A_YEAR:
        if (match := pattern.fullmatch(tidy)) and (month := _month(match["month"])):
            return _existing(text, int(match["year"]), month, 1).isoformat()[:7]
    try:
        return day(text).isoformat()
    except ValidationError as error:
        if error.code != "unreadable":
            raise
        message = _("“%(value)s” is no date. Write a year, a month or a day: 2015, October 2015 or 1 October 2015.")
        raise _refusal("unreadable", message, value=text) from error


def shortened(text: str) -> str:
    """Return what was typed as a message may repeat it: printable characters, and not too many of them."""
    printable = "".join(character for character in text if character.isprintable())
    return printable if len(printable) <= MAX_SHOWN else f"{printable[:MAX_SHOWN]}…"


def _tidy(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _month(text: str) -> int:
    """Return the number of a month, which need not exist, or 0 for a word that is none."""
    return int(text) if text.isdecimal() else MONTHS.get(text.casefold(), 0)


def _full_year(text: str) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    return year + (2000 if year + 2000 < FIRST_YEAR_OF_TWO_DIGITS + 100 else 1900)


def _existing(text: str, year: int, month: int, number: int) -> date:
    try:
        return date(year, month, number)
    except ValueError as error:
        message = _("“%(value)s” is not a day of the calendar. Correct the day or the month.")
        raise _refusal("missing", message, value=text) from error


def _only_reading(text: str, first: int, second: int, year: int) -> date:
    """Return the day if only one order of day and month makes one."""
    readings = []
    for number, month in ((first, second), (second, first)):
        try:
            readings.append(date(year, month, number))
        except ValueError:
            continue
    if len(set(readings)) == 2:
        message = _("“%(value)s” can mean %(first)s or %(second)s. Write the one that you mean in this way.")
        days = (formats.day(reading) for reading in readings)
        raise _refusal("ambiguous", message, value=text, **dict(zip(("first", "second"), days, strict=True)))
    return readings[0] if readings else _existing(text, year, second, first)


def _time(match: re.Match[str]) -> time:
    """Return the time of the day; raises ValueError if there is no such time."""
    hour, half = int(match["hour"]), (match["half"] or "").lower().replace(".", "")
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, int(match["minute"] or 0), int(match.groupdict().get("second") or 0))


def _refusal(code: str, message: "StrOrPromise", value: str, **params: str) -> ValidationError:
    return ValidationError(message, code=code, params={"value": shortened(value), **params})
