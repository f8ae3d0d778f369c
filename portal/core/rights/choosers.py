"""Choosers that offer and name only the records that the user may choose, in the language of the request."""

import operator
from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet
from django.http import Http404, JsonResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property, lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import BaseChooseView
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)
from wagtail.snippets.widgets import AdminSnippetChooser

from portal.core.models import label_of
from portal.core.rights.choosable import User, choosable, may_name
from portal.core.rights.descriptions import described, description_of
from portal.core.rights.scope import policy_of

filled = lazy(operator.mod, str)  # a message with its values, translated whenever it is shown


class ChooserView(View):
    """Any view of a chooser. Its type may be chosen by more users than may read it."""


class NarrowedList(ChooserView, BaseChooseView):
    """A list of a chooser: what the user may choose, with what tells it apart, and the way to create another."""

    template_name = "core/chooser.html"
    results_template_name = "core/chooser_results.html"

    def filter_object_list(self, objects: QuerySet) -> Any:
        return super().filter_object_list(choosable(self.request.user, objects))

    def get_object_list(self) -> QuerySet:
        return description_of(self.model_class).prepare(super().get_object_list())

    @property
    def columns(self) -> list[Column]:
        title = self.title_column
        title.accessor = lambda record: shown_name(self.request.user, record)
        return [title, Column("description", label=gettext("More about it"), accessor=described)]

    def can_create(self) -> bool:
        return policy_of(self.model_class).user_has_permission(self.request.user, "add")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        create_url = reverse(self.model_class.snippet_viewset.get_url_name("add")) if self.can_create() else ""
        return {**super().get_context_data(**kwargs), "create_url": create_url}


class ReadableChooseView(NarrowedList, ChooseView):
    pass


class ReadableChooseResultsView(NarrowedList, ChooseResultsView):
    pass


class SuggestionsView(ReadableChooseResultsView):
    """The first records that a search finds, as JSON: for a field in which one types a name."""

    def render_to_response(self) -> JsonResponse:
        user = self.request.user
        records = [{"key": record.pk, "name": shown_name(user, record)} for record in self.results]
        return JsonResponse({"records": records})


class ReadableChosenView(ChooserView, SnippetChosenView):
    def get_object(self, pk: Any) -> Model:
        try:
            record = super().get_object(pk)
        except ValueError as error:  # a key that no record can have
            raise Http404 from error
        if not may_name(self.request.user, record):
            raise Http404
        return record

    def get_display_title(self, instance: Model) -> str:
        return shown_name(self.request.user, instance)


class ReadableChosenMultipleView(ChooserView, SnippetChosenMultipleView):
    def get_objects(self, pks: Iterable[Any]) -> QuerySet:
        keys = [key for key in pks if str(key).isdecimal()]
        return choosable(self.request.user, super().get_objects(keys))


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


class ReadableChooser(RecordChooser):
    """The field of a form for one record. It names that record only if the user of the form may choose it.

    `portal.core.rights.forms` sets the user; without one it names nothing.
    """

    user: User | None = None

    def get_display_title(self, instance: Model) -> str:
        return name_for(self.user, instance)


class PermittedChooserViewSet(SnippetChooserViewSet):
    """The chooser of every guarded type; Wagtail's own offers all records to every user of the admin."""

    choose_view_class = ReadableChooseView
    choose_results_view_class = ReadableChooseResultsView
    chosen_view_class = ReadableChosenView
    chosen_multiple_view_class = ReadableChosenMultipleView

    @cached_property
    def widget_class(self) -> ReadableChooser:
        """Return the widget of form fields with a key of the type: an object, which Wagtail and Django take as well."""
        return ReadableChooser(self.model, icon=self.icon)

    def get_urlpatterns(self) -> list[URLPattern]:
        """Leave out Wagtail's view that creates a record within the chooser: our types have a form of their own."""
        suggestions = path("suggestions/", self.construct_view(SuggestionsView), name="suggestions")
        return [*(pattern for pattern in super().get_urlpatterns() if pattern.name != "create"), suggestions]


def name_for(user: User | None, record: Model) -> str:
    """Return the name of a record, or what stands in its place for a user who may not choose it."""
    return shown_name(user, record) if may_name(user, record) else hidden_name()


def shown_name(user: User | None, record: Model) -> str:
    """Return the name of a record, with what it became where it is no more."""
    became = description_of(type(record)).became(record)
    if became is None or not may_name(user, became):
        return label_of(record)
    return gettext("%(name)s (today part of %(other)s)") % {"name": label_of(record), "other": label_of(became)}


def hidden_name() -> str:
    """Return what stands in place of the name of a record that the user may not read."""
    return gettext("(not for your account)")
