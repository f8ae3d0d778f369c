"""One door for all addresses of a record type in the admin.

A snippet's list can be narrowed, but most of Wagtail's other views ask only whether somebody may edit *some* record of
the type, and those of the workflow ask nothing (Wagtail issue 10746). So every view of a viewset is wrapped once, and
what a later version of Wagtail adds is wrapped too.
"""

from functools import wraps

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import TaskState
from wagtail.snippets.views.snippets import CopyView, DeleteView, InspectView, SnippetViewSet

from portal.core.conflicts import ConflictEditView
from portal.core.rights.choosers import ReachableChooserViewSet
from portal.core.rights.policies import OwnedPermissionPolicy

FORBIDDEN = 403


class GuardedViewSet(SnippetViewSet):
    """The admin of a record type, in which each address asks the permission policy about the record it is for.

    A refusal is a 403 with a page that says so; Wagtail alone would lead to its start page as if nothing had happened.
    """

    edit_view_class = ConflictEditView
    chooser_viewset_class = ReachableChooserViewSet
    inspect_view_enabled = True  # the only detailed view for those who may read but not edit

    def construct_view(self, view_class, **kwargs):
        view = super().construct_view(view_class, **kwargs)
        needed = needed_for(view_class)

        @wraps(view)
        def guarded(request, *args, **kwargs):
            self._check(request.user, needed, kwargs)
            return view(request, *args, **kwargs)

        return refusing(guarded)

    def get_queryset(self, request):
        """Return what the list and its export show."""
        seen = {"add", "change", "delete", "view"}
        return self.permission_policy.instances_user_has_any_permission_for(request.user, seen)

    def get_edit_handler(self):
        handler = super().get_edit_handler()
        if isinstance(self.permission_policy, OwnedPermissionPolicy):
            handler.base_form_class = owner_checked(handler.base_form_class, self.permission_policy)
        return handler

    def _check(self, user, needed, arguments):
        if "pk" not in arguments:
            return
        if not self.permission_policy.user_has_any_permission(user, needed):
            raise PermissionDenied
        record = self._record(arguments["pk"])
        if not self.permission_policy.user_has_any_permission_for_instance(user, needed, record):
            raise PermissionDenied
        # Wagtail takes the task from its own number: it could be that of another record's approval.
        task = arguments.get("task_state_id")
        if task and not TaskState.objects.for_instance(record).filter(pk=task).exists():
            raise Http404

    def _record(self, key):
        """Return the record as it is stored: a draft could name another owner."""
        try:
            return self.model._base_manager.get(pk=unquote(str(key)))
        except (self.model.DoesNotExist, ValueError) as error:
            raise Http404 from error


def needed_for(view_class) -> tuple[str, ...]:
    """Return the permissions of which one is needed for the record that a view is about."""
    if issubclass(view_class, (InspectView, CopyView)):
        return ("change", "view")
    return ("delete",) if issubclass(view_class, DeleteView) else ("change",)


def refusing(view):
    """Let a view of the admin answer 403 where it refuses, and say so."""

    @wraps(view)
    def answering(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except PermissionDenied:
            return refusal(request)

    return answering


def refusal(request):
    """Return the answer to somebody who is logged in but may not do this."""
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        raise PermissionDenied
    return TemplateResponse(request, "wagtailadmin/refused.html", status=FORBIDDEN)


class OwnerCheckedForm:
    """Refuses to save a record for an owner for whom one does not work: the chooser offers them all."""

    permission_policy: OwnedPermissionPolicy

    def clean(self):
        values = super().clean()
        owner = self.permission_policy.owner
        if owner not in self.errors and not self.permission_policy.may_give_to(self.for_user, values.get(owner)):
            self.add_error(owner, _("Choose one of the units that you work for."))
        return values


def owner_checked(base, policy):
    """Return a form class for an edit handler that checks the owner."""
    base = base or WagtailAdminModelForm
    return type(f"Owned{base.__name__}", (OwnerCheckedForm, base), {"permission_policy": policy})
