"""Dates and times that Django and Wagtail write in German, as in `portal.core.language.formats`."""

DATE_FORMAT = SHORT_DATE_FORMAT = "d.m.Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = SHORT_DATETIME_FORMAT = r"d.m.Y, H:i \U\h\r"
