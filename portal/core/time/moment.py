"""The present day and moment in Berlin, whatever the server's time zone, and the hours at which the clocks change."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from django.utils import timezone

BERLIN = ZoneInfo("Europe/Berlin")
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class ClockChange:
    """The hour that the clocks skip or show twice: from `begin` on and before `end`, both naive local times."""

    begin: datetime
    end: datetime
    is_skipped: bool


def now() -> datetime:
    """Return the present moment as an aware datetime in Berlin."""
    return timezone.now().astimezone(BERLIN)


def today() -> date:
    """Return the day in Berlin. A deadline that is a date ends with that day, at midnight in Berlin."""
    return now().date()


def clock_change(naive: datetime, zone: tzinfo = BERLIN) -> ClockChange | None:
    """Return the hour around a local time if the clocks skip it in March or show it twice in October, else None.

    PostgreSQL would silently move a time that does not exist to another one.
    """
    if not _is_in_change(naive, zone):
        return None
    is_skipped = _offset(naive, zone, fold=0) < _offset(naive, zone, fold=1)
    begin = end = naive.replace(second=0, microsecond=0)
    while _is_in_change(begin - MINUTE, zone):
        begin -= MINUTE
    while _is_in_change(end, zone):
        end += MINUTE
    return ClockChange(begin, end, is_skipped)


def _is_in_change(naive: datetime, zone: tzinfo) -> bool:
    return _offset(naive, zone, fold=0) != _offset(naive, zone, fold=1)


def _offset(naive: datetime, zone: tzinfo, fold: int) -> timedelta:
    """Return the offset from UTC; `fold` is 1 for the second of two equal times (PEP 495)."""
    return naive.replace(tzinfo=zone, fold=fold).utcoffset() or timedelta(0)
