"""Permission checks for every admin view of a record type.

Wagtail narrows a snippet's list by the permission policy, but most of its other views only check whether the user may
edit *some* record of the type, and those of workflows check nothing (Wagtail issue 10746). So every view of a viewset
is wrapped, including those that a later version of Wagtail adds.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin.utils import unquote
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views import View
from wagtail.admin.panels import Panel
from wagtail.models import TaskState
from wagtail.snippets.views.snippets import CopyView, DeleteView, IndexView, InspectView, SnippetViewSet

from portal.core.addressing import kept_query
from portal.core.drafts.conflicts import ConflictEditView
from portal.core.rights.choosers import PermittedChooserViewSet, name_for
from portal.core.rights.forms import guarded_form_class
from portal.core.rights.refusal import with_refusal_page


class NarrowedInspectView(InspectView):
    """The whole record, but without the names of related records that the user may not read."""

    def get_field_display_value(self, field_name: str, field: Any) -> Any:
        if not field.is_relation or not hasattr(field.related_model, "snippet_viewset"):
            return super().get_field_display_value(field_name, field)
        value = getattr(self.object, field_name)
        related = list(value.all()) if field.many_to_many else [value] if value else []
        return ", ".join(name_for(self.request.user, record) for record in related) or "-"


class GuardedViewSet(SnippetViewSet):
    """The admin of a record type, in which every view checks the permission policy for the record in its address."""

    edit_view_class = ConflictEditView
    chooser_viewset_class = PermittedChooserViewSet
    inspect_view_class = NarrowedInspectView
    inspect_view_enabled = True  # the only view of a whole record for users who may read but not edit it

    def construct_view(self, view_class: type[View], **kwargs: Any) -> Callable[..., HttpResponseBase]:
        view = super().construct_view(view_class, **kwargs)
        actions, is_list = required_actions(view_class), issubclass(view_class, IndexView)

        @wraps(view)
        def guarded_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            self._check(request.user, actions, kwargs)
            response, path = view(request, *args, **kwargs), reverse(self.get_url_name("list"))
            if is_list:
                kept_query.remember(request, path)
            else:
                kept_query.lead_back(request, response, path)
            return response

        return with_refusal_page(guarded_view)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return the records of the list and of its export."""
        actions = {"add", "change", "delete", "view"}
        return self.permission_policy.instances_user_has_any_permission_for(request.user, actions)

    def get_edit_handler(self) -> Panel:
        handler = super().get_edit_handler()
        handler.base_form_class = guarded_form_class(handler.base_form_class, self.permission_policy)
        return handler

    def _check(self, user: AbstractUser | AnonymousUser, actions: tuple[str, ...], arguments: dict[str, Any]) -> None:
        """Raise PermissionDenied, or Http404, unless the user may do one of the actions with the record."""
        if "pk" not in arguments:
            return
        if not self.permission_policy.user_has_any_permission(user, actions):
            raise PermissionDenied
        record = self._record(arguments["pk"])
        if not self.permission_policy.user_has_any_permission_for_instance(user, actions, record):
            raise PermissionDenied
        # Wagtail looks the task up by its own key alone, which could be that of another record's approval.
        task = arguments.get("task_state_id")
        if task and not TaskState.objects.for_instance(record).filter(pk=task).exists():
            raise Http404

    def _record(self, key: Any) -> Model:
        """Return the record as stored, without its draft, which could name another owner; raises Http404."""
        try:
            return self.model._base_manager.get(pk=unquote(str(key)))
        except (self.model.DoesNotExist, ValueError) as error:
            raise Http404 from error


def required_actions(view_class: type[View]) -> tuple[str, ...]:
    """Return the actions of which the user needs a permission for at least one to use a view.

    A view may name them in `needs`.
    """
    if needs := getattr(view_class, "needs", None):
        return needs
    if issubclass(view_class, (InspectView, CopyView)):
        return ("change", "view")
    return ("delete",) if issubclass(view_class, DeleteView) else ("change",)
