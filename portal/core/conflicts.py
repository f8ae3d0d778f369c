"""Two people save one record: the second sees both versions, and nothing of either is lost.

A record with drafts is known by its newest version, which Wagtail's form carries along; one without by `version`, a
number that grows with every save.
"""

from typing import Any

from django.db.models import Model
from django.forms import HiddenInput, IntegerField, ModelForm
from django.http import HttpResponse
from django.template.loader import render_to_string
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import ModelLogEntry
from wagtail.snippets.views.snippets import EditView

from portal.core.changes import CHANGES, Snapshot, changes, in_words

SEEN = "seen_version"


class VersionedForm(WagtailAdminModelForm):
    """Carries along which version of a record somebody has before their eyes."""

    seen_version = IntegerField(required=False, widget=HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial[SEEN] = self.instance.version


class OvertakenError(Exception):
    """Somebody saved between the check and the saving."""


class ConflictEditView(EditView):
    """Refuses to save over what somebody else has saved meanwhile, once; and keeps old and new values in the log."""

    def is_valid(self, form: ModelForm) -> bool:
        is_valid = super().is_valid(form)
        if self.expects_json_response or not self._is_stale(form):
            return is_valid
        self._show_both(form, is_valid)
        return False

    def form_valid(self, form: ModelForm) -> HttpResponse:
        try:
            return super().form_valid(form)
        except OvertakenError:
            self._show_both(form, is_valid=True)
            return self.form_invalid(form)

    def save_instance(self) -> Model:
        """Save, once no other save of this record is under way; the second to come is overtaken by the first."""
        self.model._base_manager.select_for_update(of=["self"]).get(pk=self.object.pk)
        if self.revision_enabled:
            return super().save_instance()  # its versions can be compared
        if self._is_stale(self.form):
            raise OvertakenError
        before = Snapshot(self._stored())
        instance = super().save_instance()
        self._keep_changes(instance, changes(before, Snapshot(self._stored())))
        return instance

    def _is_stale(self, form: ModelForm) -> bool:
        if self.revision_enabled:
            return self.is_out_of_date
        seen = form.data.get(SEEN, "")
        return hasattr(self.object, "version") and seen.isdecimal() and int(seen) != self._stored().version

    def _show_both(self, form: ModelForm, is_valid: bool) -> None:
        """Put what differs into a message; the form keeps what was typed, and saving it again is meant."""
        stored = self._stored()
        mine = form.save(commit=False) if is_valid else form.instance
        found = changes(Snapshot(stored), Snapshot(mine))
        if not self.revision_enabled:
            form.data = form.data.copy()
            form.data[SEEN] = str(stored.version)
        context = {"changes": in_words(self.model, found)}
        self.produced_error_message = None
        messages.error(self.request, render_to_string("core/conflict.html", context))

    def _stored(self) -> Model:
        stored = self.model._base_manager.get(pk=self.object.pk)
        return stored.get_latest_revision_as_object() if self.revision_enabled else stored

    def _keep_changes(self, instance: Model, found: dict) -> None:
        entries = ModelLogEntry.objects.for_instance(instance).filter(action="wagtail.edit")
        entry = entries.order_by("-timestamp", "-pk").first()
        if entry and found:
            entry.data = {**(entry.data or {}), CHANGES: found}
            entry.save(update_fields=["data"])
