"""What "today" means: the day in Berlin, wherever the server stands. And which times of day do not exist there."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from django.utils import timezone

BERLIN = ZoneInfo("Europe/Berlin")
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class OddHour:
    """What the clocks skip or show twice: from `begin` on and before `end`, both without a zone."""

    begin: datetime
    end: datetime
    is_skipped: bool


def now() -> datetime:
    """Return the present moment as an aware datetime in Berlin."""
    return timezone.now().astimezone(BERLIN)


def today() -> date:
    """Return the day in Berlin. A deadline given as a date ends with that day: 23:59:59 in Berlin."""
    return now().date()


def odd_hour(naive: datetime, zone: tzinfo = BERLIN) -> OddHour | None:
    """Return the hour that `naive` lies in if the clocks skip it in March or show it twice in October, else None.

    PostgreSQL would move the one that does not exist silently to another time.
    """
    offsets = [naive.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1)]
    if offsets[0] == offsets[1]:
        return None
    begin = end = naive.replace(second=0, microsecond=0)
    while _is_odd(begin - MINUTE, zone):
        begin -= MINUTE
    while _is_odd(end, zone):
        end += MINUTE
    return OddHour(begin, end, is_skipped=offsets[0] < offsets[1])


def _is_odd(naive: datetime, zone: tzinfo) -> bool:
    local = naive.replace(tzinfo=zone)
    return local.utcoffset() != local.replace(fold=1).utcoffset()
