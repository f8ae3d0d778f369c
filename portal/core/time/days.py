"""Days as staff type them, and months counted from a day, in Python and in SQL."""

import calendar
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import DateField, DurationField, ExpressionWrapper, Func
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateInput

FIRST_YEAR, LAST_YEAR = 1000, 2200


def add_months(day: date, months: int) -> date:
    """Return the same day of another month, or its last day where that month has no such day.

    29 February 2024 and 12 months is 28 February 2025; and 48 months is 29 February 2028. After the year 9999 it is
    the last day that Python's calendar has.
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    if year > date.max.year:
        return date.max
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def months_after(day: Combinable, months: Combinable) -> Cast:
    """Return the SQL expression for the day so many months later; it counts as `add_months` does."""
    return Cast(ExpressionWrapper(day + _interval(months), output_field=DateField()), DateField())


def months_before(day: Combinable, months: Combinable) -> Cast:
    """Return the SQL expression for the day so many months earlier; it counts as `add_months` does."""
    return Cast(ExpressionWrapper(day - _interval(months), output_field=DateField()), DateField())


def _interval(months: Combinable) -> Func:
    return Func(months, template="make_interval(months => %(expressions)s)", output_field=DurationField())


class DayField(forms.DateField):
    """A day of the calendar in a plausible year; error messages repeat the input and show how to write it."""

    default_error_messages = {
        "invalid": _("“%(value)s” is not a day of the calendar. Write it as 2027-01-31 or 31.01.2027."),
        "far": _("“%(value)s” is not a year that anybody means here. Write a year between %(first)d and %(last)d."),
    }

    def to_python(self, value: Any) -> date | None:
        try:
            day = super().to_python(value)
        except ValidationError as error:
            raise self._error("invalid", value) from error
        if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise self._error("far", value)
        return day

    def _error(self, code: str, value: Any) -> ValidationError:
        params = {"value": value, "first": FIRST_YEAR, "last": LAST_YEAR}
        return ValidationError(self.error_messages[code], code=code, params=params)


def register_day_field() -> None:
    """Use DayField for every DateField in forms of the admin."""
    register_form_field_override(models.DateField, override={"widget": AdminDateInput, "form_class": DayField})
