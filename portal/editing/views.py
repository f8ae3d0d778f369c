"""Staff flows: the lists of what waits, all links, and "still correct today"."""

import django_filters
from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist, PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from portal.core.models import Record
from portal.core.reports import StaffReportView
from portal.core.rights import scope
from portal.editing import worklists
from portal.editing.assuring import still_correct
from portal.editing.links.asking import REASONS
from portal.editing.models import LinkCheck
from portal.editing.selectors import Desk

PER_PAGE = 50


class WaitingView(WagtailAdminTemplateMixin, TemplateView):
    """One of the lists of the start page, whole."""

    template_name = "editing/waiting.html"
    header_icon = "tasks"
    _show_breadcrumbs = True

    @property
    def waiting(self):
        found = next((one for one in worklists.LISTS if one.key == self.kwargs["key"]), None)
        if found is None:
            raise Http404
        return found

    def get_page_title(self):
        return self.waiting.heading

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.waiting.heading}]

    def get_context_data(self, **kwargs):
        lines, count = self.waiting.find(Desk(self.request.user))
        page = Paginator(lines, PER_PAGE).get_page(self.request.GET.get("p"))
        return {**super().get_context_data(**kwargs), "waiting": self.waiting, "page_obj": page, "count": count}


@require_POST
def still_correct_view(request, kind, key):
    """Answer to the click on "still correct today"."""
    model = ContentType.objects.get_for_id(kind).model_class() if _exists(kind) else None
    if model is None or not issubclass(model, Record):
        raise Http404
    record = get_object_or_404(model, pk=key)
    if not scope.policy_of(model).user_has_permission_for_instance(request.user, "change", record):
        raise PermissionDenied
    still_correct(model, key, request.user)
    messages.success(request, _("“%(title)s” is marked as checked today.") % {"title": record})
    there = request.POST.get("next", "")
    return redirect(there if url_has_allowed_host_and_scheme(there, None) else reverse("wagtailadmin_home"))


def _exists(kind) -> bool:
    return ContentType.objects.filter(pk=kind).exists()


class LinkFilterSet(WagtailFilterSet):
    status = django_filters.MultipleChoiceFilter(label=gettext_lazy("Status"), choices=LinkCheck.Status.choices)

    class Meta:
        model = LinkCheck
        fields: list[str] = []


def _edit_url(link) -> str:
    return scope.edit_url(link.content_type.model_class(), link.object_id)


def _place(link) -> str:
    """Return the name of the field that a link stands in, as the form calls it."""
    model, name = link.content_type.model_class(), link.place
    if "." in name:
        relation, name = name.split(".")
        model = model._meta.get_field(relation).related_model
    try:
        return capfirst(model._meta.get_field(name).verbose_name)
    except FieldDoesNotExist:  # a field of one kind of page
        return capfirst(name)


class LinkReport(StaffReportView):
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

    def get_base_queryset(self):
        return Desk(self.request.user).links
