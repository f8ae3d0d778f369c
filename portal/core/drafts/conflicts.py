"""Edit conflicts: when two people save one object, the second is shown both versions before saving.

What counts as the same version is said in `portal.core.drafts.versions`. That nobody saves between the check and the
saving is seen to by `portal.core.rights.turns`. While somebody looks at both versions, nothing is saved automatically.
"""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.generic.mixins import JsonPostResponseMixin
from wagtail.admin.views.pages.edit import EditView as WagtailPageEditView
from wagtail.models import ModelLogEntry, Page, Revision

from portal.core.drafts.changes import CHANGES, Snapshot, changes, labelled_changes
from portal.core.drafts.opening import OpenedOnce
from portal.core.drafts.versions import LOADED_CHECKSUM, LOADED_REVISION, checksum, revision_fields

CONFLICT = 409
STALE = "invalid_revision"  # the code upon which Wagtail's script stops saving automatically


class ConflictMixin(JsonPostResponseMixin):
    """What the edit views of pages and records share. An automatic save that comes too late is refused with 409."""

    latest_revision: Revision | None
    autosave_enabled: bool

    @cached_property
    def is_out_of_date(self) -> bool:
        """Tell whether the object with drafts was saved since the form was opened, other than from this form."""
        if not self.latest_revision or LOADED_REVISION not in self.request.POST:
            return False  # it was not sent by a form
        # Only the form that has made a revision by saving automatically overwrites it.
        if overwritten := self.request.POST.get("overwrite_revision_id"):
            return overwritten != str(self.latest_revision.pk)
        fields = revision_fields(self.latest_revision)
        return any(self.request.POST.get(name) != value for name, value in fields)

    def json_error_response(self, error_code: str, error_message: str) -> JsonResponse:
        if error_code == STALE:
            error_message = _("This was saved in another window. Save to see both versions; nothing is lost.")
        response = super().json_error_response(error_code, error_message)
        if error_code == STALE:
            response.status_code = CONFLICT
        return response

    def show_both_versions(self, form: Any, stored: Model, author: AbstractUser | None, is_valid: bool) -> None:
        """Show the differences in a message; the form keeps its input, and saving again overwrites."""
        submitted = form.save(commit=False) if is_valid else form.instance
        differences = changes(Snapshot(stored), Snapshot(submitted))
        context = {
            "changes": labelled_changes(type(stored), differences),
            "author": author,
            "is_own": author == self.request.user,
        }
        self.autosave_enabled = False
        messages.error(self.request, render_to_string("core/conflict.html", context))


class FormConflictMixin(ConflictMixin):
    """For Wagtail's generic edit views: refuses, once, to overwrite what was saved meanwhile."""

    revision_enabled = False
    locked_for_user = False

    @cached_property
    def is_out_of_date(self) -> bool:
        if self.revision_enabled:
            return super().is_out_of_date
        loaded = self.request.POST.get(LOADED_CHECKSUM)
        return loaded is not None and loaded != self._stored_checksum

    def is_valid(self, form: Any) -> bool:
        is_valid = super().is_valid(form)
        if self.expects_json_response or self.locked_for_user or not self.is_out_of_date:
            return is_valid
        self.show_both_versions(form, self._stored(), self._author(), is_valid)
        self.produced_error_message = None
        if not self.revision_enabled:
            form.data = form.data.copy()
            form.data[LOADED_CHECKSUM] = self._stored_checksum
        return False

    @cached_property
    def _stored_checksum(self) -> str:
        options = {**self.get_form_kwargs(), "instance": self._stored(), "data": None, "files": None}
        return checksum(self.get_form_class()(**options))

    def _stored(self) -> Any:
        stored = self.model._base_manager.get(pk=self.object.pk)
        return stored.get_latest_revision_as_object() if self.revision_enabled else stored

    def _author(self) -> AbstractUser | None:
        if self.revision_enabled:
            return self.latest_revision.user if self.latest_revision else None
        entry = last_entry(self.object)
        return entry.user if entry else None


class ConflictEditView(FormConflictMixin, OpenedOnce):
    """The form of a record; logs old and new values of records without drafts."""

    def get_action(self, request: HttpRequest) -> str:
        """Return what was asked for; an automatic save is never more than that."""
        return "edit" if self.expects_json_response else super().get_action(request)

    def save_instance(self) -> Model:
        if self.revision_enabled:
            return super().save_instance()  # revisions can be compared without the log
        before = Snapshot(self._stored())
        instance = super().save_instance()
        self._log_changes(instance, changes(before, Snapshot(self._stored())))
        return instance

    def _log_changes(self, instance: Model, stored: dict) -> None:
        entry = last_entry(instance, action="wagtail.edit")
        if entry and stored:
            entry.data = {**(entry.data or {}), CHANGES: stored}
            entry.save(update_fields=["data"])


class PageEditView(ConflictMixin, WagtailPageEditView):
    """Wagtail's form of a page, which asks before it overwrites what was saved meanwhile."""

    subject = Page

    @property
    def action_name_and_method(self) -> tuple[str, Any]:
        """Return what was asked for; an automatic save is never more than that."""
        return ("save", self.save_action) if self.expects_json_response else super().action_name_and_method

    def form_valid(self, form: Any) -> HttpResponse:
        if self.expects_json_response or not self.is_out_of_date:
            return super().form_valid(form)
        self._refuse(form, is_valid=True)
        self.has_unsaved_changes = True
        return self.render_to_response(self.get_context_data())

    def form_invalid(self, form: Any) -> HttpResponse:
        if self.is_out_of_date and not (self.locked_for_user or self.expects_json_response):
            self._refuse(form, is_valid=False)
        return super().form_invalid(form)

    def _refuse(self, form: Any, is_valid: bool) -> None:
        stored = self.real_page_record.get_latest_revision_as_object()
        author = self.latest_revision.user if self.latest_revision else None
        self.show_both_versions(form, stored, author, is_valid)


def last_entry(instance: Model, **action: str) -> ModelLogEntry | None:
    """Return the last entry in the history of something without drafts."""
    entries = ModelLogEntry.objects.for_instance(instance).filter(**action)
    return entries.order_by("-timestamp", "-pk").first()
