"""Choosers of records that belong to somebody: they offer what one may reach, and no others."""

from django.http import Http404
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)

from portal.core.rights.policies import OwnedPermissionPolicy


def reachable(user, objects):
    """Leave of a query the records that somebody may read."""
    policy = objects.model.snippet_viewset.permission_policy
    if not isinstance(policy, OwnedPermissionPolicy) or policy.reaches_all(user, "view"):
        return objects
    return objects.filter(**{f"{policy.owner}__in": policy.owners_of(user)})


class ReachableList:
    def get_object_list(self):
        return reachable(self.request.user, super().get_object_list())


class ReachableChosen:
    def get_object(self, pk):
        found = super().get_object(pk)
        if not reachable(self.request.user, type(found)._default_manager.filter(pk=found.pk)).exists():
            raise Http404
        return found


class ReachableChosenMultiple:
    def get_objects(self, pks):
        return reachable(self.request.user, super().get_objects(pks))


class ReachableChooserViewSet(SnippetChooserViewSet):
    """The chooser of every guarded type: Wagtail's own offers all records to everybody in the admin."""

    choose_view_class = type("ReachableChooseView", (ReachableList, ChooseView), {})
    choose_results_view_class = type("ReachableChooseResultsView", (ReachableList, ChooseResultsView), {})
    chosen_view_class = type("ReachableChosenView", (ReachableChosen, SnippetChosenView), {})
    chosen_multiple_view_class = type(
        "ReachableChosenMultipleView", (ReachableChosenMultiple, SnippetChosenMultipleView), {}
    )
