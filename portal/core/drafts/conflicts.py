"""Edit conflicts: when two people save one record, the second is shown both versions before saving.

Wagtail's form contains the newest revision of a record with drafts. A record without drafts is compared if its form is
a `VersionedForm` and it has `version`, a number that grows with every save; of any other, the last save wins.
"""

from typing import Any

from django.db.models import Model
from django.forms import HiddenInput, IntegerField, ModelForm
from django.http import HttpResponse
from django.template.loader import render_to_string
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import ModelLogEntry

from portal.core.drafts.changes import CHANGES, Snapshot, changes, labelled_changes
from portal.core.drafts.opening import OpenedOnce

SEEN_VERSION = "seen_version"


class VersionedForm(WagtailAdminModelForm):
    """A form that knows which version of the record it was opened with."""

    seen_version = IntegerField(required=False, widget=HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial[SEEN_VERSION] = self.instance.version


class ConcurrentSaveError(Exception):
    """The record was saved by another request between validation and saving."""


class ConflictEditView(OpenedOnce):
    """Refuses, once, to overwrite what another user saved meanwhile; logs old and new values of what is saved."""

    def is_valid(self, form: ModelForm) -> bool:
        is_valid = super().is_valid(form)
        if self.expects_json_response or not self._is_stale(form):
            return is_valid
        self._show_differences(form, is_valid)
        return False

    def form_valid(self, form: ModelForm) -> HttpResponse:
        try:
            return super().form_valid(form)
        except ConcurrentSaveError:
            self._show_differences(form, is_valid=True)
            return self.form_invalid(form)

    def save_instance(self) -> Model:
        """Save under a lock on the record; raises ConcurrentSaveError if another request saved it meanwhile."""
        self.model._base_manager.select_for_update(of=["self"]).get(pk=self.object.pk)
        if self.revision_enabled:
            return super().save_instance()  # revisions can be compared without the log
        if self._is_stale(self.form):
            raise ConcurrentSaveError
        before = Snapshot(self._stored())
        instance = super().save_instance()
        self._log_changes(instance, changes(before, Snapshot(self._stored())))
        return instance

    def _is_stale(self, form: ModelForm) -> bool:
        if self.revision_enabled:
            return self.is_out_of_date
        seen = form.data.get(SEEN_VERSION, "")
        return hasattr(self.object, "version") and seen.isdecimal() and int(seen) != self._stored().version

    def _show_differences(self, form: Any, is_valid: bool) -> None:
        """Show the differences in a message; the form keeps its input, and saving again overwrites."""
        stored = self._stored()
        submitted = form.save(commit=False) if is_valid else form.instance
        differences = changes(Snapshot(stored), Snapshot(submitted))
        if not self.revision_enabled:
            form.data = form.data.copy()
            form.data[SEEN_VERSION] = str(stored.version)
        context = {"changes": labelled_changes(self.model, differences)}
        self.produced_error_message = None
        messages.error(self.request, render_to_string("core/conflict.html", context))

    def _stored(self) -> Any:
        stored = self.model._base_manager.get(pk=self.object.pk)
        return stored.get_latest_revision_as_object() if self.revision_enabled else stored

    def _log_changes(self, instance: Model, stored: dict) -> None:
        entries = ModelLogEntry.objects.for_instance(instance).filter(action="wagtail.edit")
        entry = entries.order_by("-timestamp", "-pk").first()
        if entry and stored:
            entry.data = {**(entry.data or {}), CHANGES: stored}
            entry.save(update_fields=["data"])
