"""Validation of the publishing schedule: the two moments at which something is published and unpublished.

Wagtail itself refuses an end before the start and an end in the past. Its fields are in a closed dialog, so an error
there is repeated at the top of the page.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from portal.core.drafts.versions import DraftForm

FIELDS = {"go_live_at", "expire_at"}


class ScheduleForm(DraftForm):
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
