"""When something is published and when it goes: the rules for the two moments that an editor types.

Wagtail itself refuses an end before the start and an end in the past. Its form stands in a closed dialog, so an error
there is said at the top of the page, too.
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

from portal.core import formats
from portal.core.moment import odd_hour

FIELDS = {"go_live_at", "expire_at"}


class ClockField(forms.DateTimeField):
    """A moment typed as a clock shows it; one that no clock shows, or that it shows twice, is refused with a reason."""

    def to_python(self, value: Any) -> datetime | None:
        try:
            return super().to_python(value)
        except ValidationError as error:
            if error.code != "ambiguous_timezone":
                raise
            raise _explained(error.params["datetime"]) from error


def _explained(naive: datetime) -> ValidationError:
    odd = odd_hour(naive, timezone.get_current_timezone())
    if odd.is_skipped:
        message = _(
            "On %(day)s the clocks go forward: there is no %(time)s. Choose a time before %(begin)s or from %(end)s on."
        )
    else:
        message = _(
            "On %(day)s the clocks go back: %(time)s comes twice. Choose a time before %(begin)s or from %(end)s on."
        )
    times = {name: f"{moment:%H:%M}" for name, moment in [("time", naive), ("begin", odd.begin), ("end", odd.end)]}
    return ValidationError(message, code="odd_hour", params={"day": formats.day(naive.date()), **times})


class ScheduleFormMixin:
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


class RecordForm(ScheduleFormMixin, WagtailAdminModelForm):
    """The edit form of records with drafts."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name, chosen in list(self.cleaned_data.items()):
            if self._is_among(chosen):
                self.add_error(
                    name, _("“%(name)s” cannot be chosen here: it is what you are editing.") % {"name": self.instance}
                )
        return cleaned

    def _is_among(self, chosen: Any) -> bool:
        is_of_its_kind = isinstance(chosen, models.QuerySet) and chosen.model is type(self.instance)
        return is_of_its_kind and self.instance.pk is not None and chosen.filter(pk=self.instance.pk).exists()


class PageForm(ScheduleFormMixin, WagtailAdminPageForm):
    """The edit form of pages."""


def use_clock_field() -> None:
    """Let all forms of the admin ask for moments in this way."""
    register_form_field_override(
        models.DateTimeField, override={"widget": AdminDateTimeInput, "form_class": ClockField}
    )
