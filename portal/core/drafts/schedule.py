"""Validation of the publishing schedule: the two moments at which something is published and unpublished.

Wagtail itself refuses an end before the start and an end in the past. Its fields are in a closed dialog, so an error
there is repeated at the top of the page.
"""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateTimeInput

from portal.core.language import formats
from portal.core.time.moment import clock_change

FIELDS = {"go_live_at", "expire_at"}


class ClockField(forms.DateTimeField):
    """A local date and time. One that does not exist, or exists twice, because the clocks change is refused."""

    def to_python(self, value: Any) -> datetime | None:
        try:
            return super().to_python(value)
        except ValidationError as error:
            if error.code != "ambiguous_timezone" or not error.params:
                raise
            raise _clock_change_error(error.params["datetime"]) from error


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


class ScheduleForm(WagtailAdminModelForm):
    """Refuses an end at the moment of the start, and repeats errors of the schedule at the top of the page."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        start, end = (self.cleaned_data.get(name) for name in ("go_live_at", "expire_at"))
        if start and start == end:
            self.add_error("expire_at", _("It would end at the moment at which it begins."))
        return cleaned

    def _post_clean(self) -> None:
        super()._post_clean()
        if FIELDS & self.errors.keys():
            self.add_error(
                None, _("The publishing schedule cannot be kept. “Set schedule”, beside “Status”, opens it.")
            )


class RecordForm(ScheduleForm):
    """The edit form of records with drafts; a record cannot be related to itself."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name, value in list(self.cleaned_data.items()):
            if self._is_among(value):
                self.add_error(
                    name, _("“%(name)s” cannot be chosen here: it is what you are editing.") % {"name": self.instance}
                )
        return cleaned

    def _is_among(self, value: Any) -> bool:
        is_same_type = isinstance(value, models.QuerySet) and value.model is type(self.instance)
        return is_same_type and self.instance.pk is not None and value.filter(pk=self.instance.pk).exists()


class PageForm(ScheduleForm, WagtailAdminPageForm):
    """The edit form of pages."""


def register_clock_field() -> None:
    """Use ClockField for every DateTimeField in forms of the admin."""
    register_form_field_override(
        models.DateTimeField, override={"widget": AdminDateTimeInput, "form_class": ClockField}
    )
