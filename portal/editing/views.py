"""Views of the admin: worklists, the report on links, and "still correct today"."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

import django_filters
from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist, PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.models import Page, get_page_models

from portal.core.addressing.way_back import way_back
from portal.core.admin.reports import StaffReportView
from portal.core.admin.staff_page import StaffPageView
from portal.core.admin.worklists import Worklist
from portal.core.models import Record
from portal.core.rights import scope
from portal.core.rights.subjects import EVERYBODY
from portal.editing.assurance import mark_as_checked
from portal.editing.links.answers import REASONS
from portal.editing.models import LinkCheck
from portal.editing.selectors import Work
from portal.editing.worklists import WORKLISTS

PER_PAGE = 50


class WorklistView(StaffPageView):
    """One of the worklists of the start page, with all its lines: those that the user may do."""

    subject = EVERYBODY
    template_name = "worklists/page.html"
    header_icon = "tasks"

    @property
    def worklist(self) -> Worklist:
        """Return the list that the address names; raises Http404 where there is none."""
        worklist = next((worklist for worklist in WORKLISTS if worklist.key == self.kwargs["key"]), None)
        if worklist is None:
            raise Http404
        return worklist

    def get_page_title(self) -> Promise:
        return self.worklist.heading

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lines, count = self.worklist.find(Work(self.request.user), None)
        page = Paginator(lines, PER_PAGE).get_page(self.request.GET.get("p"))
        return {**super().get_context_data(**kwargs), "worklist": self.worklist, "page_obj": page, "count": count}


@require_POST
def still_correct_view(request: HttpRequest, kind: int, key: int) -> HttpResponseRedirect:
    """Mark a record as checked today and return to the page with the button; `kind` is the key of its content type."""
    content_type = ContentType.objects.filter(pk=kind).first()
    model = content_type.model_class() if content_type else None
    if model is None or not issubclass(model, Record):
        raise Http404
    record = get_object_or_404(model, pk=key)
    if not scope.may_change(request.user, record):
        raise PermissionDenied
    mark_as_checked(model, key, request.user)
    messages.success(request, _("“%(title)s” is marked as checked today.") % {"title": record})
    return HttpResponseRedirect(way_back(request, "next", reverse("wagtailadmin_home")))


vars(still_correct_view)["subject"] = EVERYBODY  # it asks for the right on the very record


class LinkFilterSet(WagtailFilterSet):
    status = django_filters.MultipleChoiceFilter(label=gettext_lazy("Status"), choices=LinkCheck.Status.choices)

    class Meta:
        model = LinkCheck
        fields: list[str] = []


def _edit_url(link: LinkCheck) -> str:
    return scope.edit_url(link.content_type.model_class(), link.object_id)


def _place(link: LinkCheck) -> str:
    """Return the label of the field with a link."""
    models: list[Any] = [link.content_type.model_class()]
    if models == [Page]:  # the link does not say which type the page has
        models = get_page_models()
    *relation, name = link.place.split(".")
    if relation:
        models = [field.related_model for field in _fields(models, relation[0])]
    return capfirst(next((field.verbose_name for field in _fields(models, name)), name))


def _fields(models: Iterable[Any], name: str) -> Iterator[Any]:
    """Yield the field of that name of every model that has one."""
    for model in models:
        with suppress(FieldDoesNotExist):
            yield model._meta.get_field(name)


class LinkReport(StaffReportView):
    """All links in pages and records that the user may change."""

    page_title = gettext_lazy("Links")
    header_icon = "link"
    index_url_name = "editing_links"
    index_results_url_name = "editing_links_results"
    filterset_class = LinkFilterSet
    export_filename = "links"
    columns = [
        TitleColumn("title", label=gettext_lazy("Stands in"), get_url=_edit_url),
        Column("place", label=gettext_lazy("Field"), accessor=_place),
        Column("address", label=gettext_lazy("Address")),
        Column("status", label=gettext_lazy("Status"), accessor=lambda link: link.get_status_display()),
        Column("detail", label=gettext_lazy("Answer"), accessor=lambda link: REASONS.get(link.detail, link.detail)),
        DateColumn("checked_at", label=gettext_lazy("Checked")),
    ]
    list_export = ["title", "place", "address", "status", "detail", "checked_at"]

    def get_base_queryset(self) -> QuerySet:
        return Work(self.request.user).links
