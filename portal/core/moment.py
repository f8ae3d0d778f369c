"""What "today" means: the day in Berlin, wherever the server stands."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

BERLIN = ZoneInfo("Europe/Berlin")


def now() -> datetime:
    """Return the present moment as an aware datetime in Berlin."""
    return timezone.now().astimezone(BERLIN)


def today() -> date:
    """Return the day in Berlin. A deadline given as a date ends with that day: 23:59:59 in Berlin."""
    return now().date()
