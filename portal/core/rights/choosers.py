"""Choosers that offer only the records that the user may read."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db.models import Model, QuerySet
from django.forms import ModelForm
from django.http import Http404
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
    SnippetCreateView,
)

from portal.core.rights.policies import OwnedPermissionPolicy


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


class PossibleCreateView(SnippetCreateView):
    def get_creation_form(self) -> ModelForm:
        """Return the form; raises Http404 where the chooser has none, for which Wagtail has an address all the same."""
        form = super().get_creation_form()
        if form is None:
            raise Http404
        return form


class PermittedChooserViewSet(SnippetChooserViewSet):
    """The chooser of every guarded type; Wagtail's own offers all records to every user of the admin."""

    choose_view_class = ReadableChooseView
    choose_results_view_class = ReadableChooseResultsView
    chosen_view_class = ReadableChosenView
    chosen_multiple_view_class = ReadableChosenMultipleView
    create_view_class = PossibleCreateView
