"""Form fields and widgets for every day and moment in the admin, Wagtail's own filters and dialogs included.

They take what `portal.core.language.typed` can read and show the form of `portal.core.language.formats`. What was typed
stays in the field until it is saved, with and without the calendar. A field puts our widget in the place of Wagtail's,
so whoever names Wagtail's widget, as its schedule dialog does, gets ours.
"""

from datetime import date, datetime
from typing import Any, TypeVar

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters.fields import RangeField
from wagtail.admin.active_filters import BaseFilterAdapter, register_filter_adapter_class
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from portal.core.language import formats, typed
from portal.core.language.bilingual import GERMAN, reader_language
from portal.core.models.fields import WrittenDateField
from portal.core.time.moment import clock_change

FIRST_YEAR, LAST_YEAR = 1000, 2200
DayOrMoment = TypeVar("DayOrMoment", bound=date)


class _QuietCalendar:
    """A widget whose calendar writes the reader's form, and changes a text only if somebody chooses a day there.

    Wagtail's calendar puts the present day in the place of what it cannot read as soon as the field is left.
    """

    calendar_formats: dict[str, str]  # by language, in the letters of jquery-datetimepicker

    def get_config(self) -> dict[str, Any]:
        german = reader_language() == GERMAN
        own = {
            "format": self.calendar_formats["de" if german else "en"],
            "validateOnBlur": False,
            "onGenerate": None,  # Wagtail's would take the mark from the chosen day, whose German form it cannot read
        }
        return {**super().get_config(), **own}  # type: ignore[misc]


class DayInput(_QuietCalendar, AdminDateInput):
    calendar_formats = {"de": "d.m.Y", "en": "j F Y"}

    def format_value(self, value: Any) -> str | None:
        return formats.day(value) if isinstance(value, date) else value


class MomentInput(_QuietCalendar, AdminDateTimeInput):
    calendar_formats = {"de": r"d.m.Y, H:i \U\h\r", "en": "j F Y, H:i"}

    def format_value(self, value: Any) -> str | None:
        if not isinstance(value, datetime):
            return value
        return formats.moment(timezone.make_aware(value) if timezone.is_naive(value) else value)


def with_our_widget(widget: Any) -> Any:
    """Return our widget with the options of Wagtail's, given as class or instance; any other widget as it is."""
    if isinstance(widget, type):
        widget = widget()
    if isinstance(widget, AdminDateTimeInput) and not isinstance(widget, MomentInput):
        return MomentInput(attrs=widget.attrs, js_overlay_parent_selector=widget.js_overlay_parent_selector)
    if isinstance(widget, AdminDateInput) and not isinstance(widget, DayInput):
        return DayInput(attrs=widget.attrs)
    return widget


class DayField(forms.DateField):
    """A day of the calendar in a plausible year."""

    widget = DayInput

    def __init__(self, *, widget: Any = None, **options: Any) -> None:
        super().__init__(widget=with_our_widget(widget or self.widget), **options)

    def to_python(self, value: Any) -> date | None:
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value)
        return _plausible(typed.day(value), value)


class MomentField(forms.DateTimeField):
    """A local date and time. One that does not exist, or exists twice, because the clocks change is refused."""

    widget = MomentInput

    def __init__(self, *, widget: Any = None, **options: Any) -> None:
        super().__init__(widget=with_our_widget(widget or self.widget), **options)

    def to_python(self, value: Any) -> datetime | None:
        if isinstance(value, str) and value.strip():
            value = _plausible(typed.moment(value), value)
        try:
            return super().to_python(value)
        except ValidationError as error:
            if error.code != "ambiguous_timezone" or not error.params:
                raise
            raise _clock_change_error(error.params["datetime"]) from error


class DayRangeField(RangeField):
    """The first and the last day of a filter; the last one is meant with all its hours."""

    widget = django_filters.fields.DateRangeField.widget
    compress = django_filters.fields.DateRangeField.compress

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__((DayField(), DayField()), *args, **options)
        self.widget.widgets = [with_our_widget(widget) for widget in self.widget.widgets]


class _Typed(str):
    """What was typed, which the field shows again as it is."""

    __slots__ = ()


class WrittenField(forms.CharField):
    """A date that is a year, a month or a day: typed and shown as people write it, cleaned to the form of EDTF."""

    def __init__(self, *, max_length: int | None = None, **options: Any) -> None:
        super().__init__(**options)  # the limit is that of what is stored, and not of what is typed

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return typed.written_date(text) if text else text

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return super().has_changed(initial, self.to_python(data))
        except ValidationError:
            return True

    def bound_data(self, data: Any, initial: Any) -> Any:
        return _Typed(data) if isinstance(data, str) else data

    def prepare_value(self, value: Any) -> Any:
        return formats.written(value) if value and not isinstance(value, _Typed) else value


class _OneDayFilter(BaseFilterAdapter):
    """Says in the list of active filters which day was chosen."""

    def get_active_filters(self) -> Any:
        for chosen in super().get_active_filters():
            yield chosen._replace(value=formats.day(timezone.localtime(self.value).date()))


def register() -> None:
    """Use these fields in all forms and filters of the admin, those of Wagtail included."""
    register_form_field_override(models.DateField, override={"widget": DayInput, "form_class": DayField})
    register_form_field_override(models.DateTimeField, override={"widget": MomentInput, "form_class": MomentField})
    register_form_field_override(WrittenDateField, override={"form_class": WrittenField})
    django_filters.DateFilter.field_class = DayField
    django_filters.DateTimeFilter.field_class = MomentField
    django_filters.DateFromToRangeFilter.field_class = DayRangeField
    register_filter_adapter_class(django_filters.DateTimeFilter, _OneDayFilter)


def _plausible(day: DayOrMoment, text: str) -> DayOrMoment:
    """Return the day or moment; raises a ValidationError for a year that is a slip of the keyboard."""
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    message = _("“%(value)s” is not a year that anybody means here. Write a year between %(first)d and %(last)d.")
    params = {"value": typed.shortened(text), "first": FIRST_YEAR, "last": LAST_YEAR}
    raise ValidationError(message, code="far", params=params)


def _clock_change_error(naive: datetime) -> ValidationError:
    change = clock_change(naive, timezone.get_current_timezone())
    if change is None:
        raise ValueError(f"The clocks do not change at {naive}.")
    if change.is_skipped:
        message = _(
            "On %(day)s the clocks go forward: there is no %(time)s. Choose a time before %(begin)s or from %(end)s on."
        )
    else:
        message = _(
            "On %(day)s the clocks go back: %(time)s comes twice. Choose a time before %(begin)s or from %(end)s on."
        )
    times = {"time": naive, "begin": change.begin, "end": change.end}
    params = {name: f"{time:%H:%M}" for name, time in times.items()}
    return ValidationError(message, code="clock_change", params={"day": formats.day(naive.date()), **params})
