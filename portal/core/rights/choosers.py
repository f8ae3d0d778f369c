"""Choosers that offer only the records that the user may read, in the user's language."""

import operator
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db.models import Model, QuerySet
from django.http import Http404
from django.utils.functional import cached_property, lazy
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)
from wagtail.snippets.widgets import AdminSnippetChooser

from portal.core.rights.policies import OwnedPermissionPolicy

filled = lazy(operator.mod, str)  # a message with its values, translated whenever it is shown


def readable(user: AbstractUser, objects: QuerySet) -> QuerySet:
    """Return the objects of a query that the user may read."""
    policy = objects.model.snippet_viewset.permission_policy
    if not isinstance(policy, OwnedPermissionPolicy) or policy.reaches_all(user, "view"):
        return objects
    return objects.filter(**{f"{policy.owner}__in": policy.owners_of(user)})


class ReadableChooseView(ChooseView):
    def get_object_list(self) -> QuerySet:
        return readable(self.request.user, super().get_object_list())


class ReadableChooseResultsView(ChooseResultsView):
    def get_object_list(self) -> QuerySet:
        return readable(self.request.user, super().get_object_list())


class ReadableChosenView(SnippetChosenView):
    def get_object(self, pk: Any) -> Model:
        record = super().get_object(pk)
        if not readable(self.request.user, type(record)._default_manager.filter(pk=record.pk)).exists():
            raise Http404
        return record


class ReadableChosenMultipleView(SnippetChosenMultipleView):
    def get_objects(self, pks: Iterable[Any]) -> QuerySet:
        return readable(self.request.user, super().get_objects(pks))


class RecordChooser(AdminSnippetChooser):
    """A chooser labelled in the language of the request; Wagtail's keeps that of the first request of the process."""

    def __init__(self, model: type[Model], **options: Any) -> None:
        values = {"object": model._meta.verbose_name}
        texts = {
            "choose_one_text": filled(_("Choose %(object)s"), values),
            "choose_another_text": filled(_("Choose another %(object)s"), values),
            "link_to_chosen_text": filled(_("Edit this %(object)s"), values),
        }
        super().__init__(model, **{**texts, **options})


class PermittedChooserViewSet(SnippetChooserViewSet):
    """The chooser of every guarded type; Wagtail's own offers all records to every user of the admin."""

    choose_view_class = ReadableChooseView
    choose_results_view_class = ReadableChooseResultsView
    chosen_view_class = ReadableChosenView
    chosen_multiple_view_class = ReadableChosenMultipleView

    @cached_property
    def widget_class(self) -> RecordChooser:
        """Return the widget of form fields with a key of the type: an object, which Wagtail and Django take as well."""
        return RecordChooser(self.model, icon=self.icon)
