"""The report of queries without results: what to write, or to enter as a synonym."""

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn

from portal.core.addressing.addresses import LABELS
from portal.core.admin.reports import StaffReportView
from portal.search.models import MissedQuery


class MissedQueryFilterSet(WagtailFilterSet):
    language = django_filters.ChoiceFilter(label=_("Language"), choices=list(LABELS.items()))
    day = django_filters.DateFromToRangeFilter(label=_("Day"), widget=DateRangePickerWidget)

    class Meta:
        model = MissedQuery
        fields: list[str] = []


class MissedQueryReport(StaffReportView):
    page_title = _("Sought and not found")
    header_icon = "search"
    index_url_name = "missed_queries"
    index_results_url_name = "missed_queries_results"
    filterset_class = MissedQueryFilterSet
    export_filename = "sought-and-not-found"
    columns = [
        Column("query", label=_("Query"), sort_key="query"),
        Column("language", label=_("Language"), accessor=lambda row: LABELS[row.language]),
        Column("count", label=_("Times"), sort_key="count"),
        DateColumn("day", label=_("Day"), sort_key="day"),
    ]
    list_export = ["query", "language", "count", "day"]

    def get_base_queryset(self) -> QuerySet[MissedQuery]:
        return MissedQuery.objects.order_by("-day", "-count", "query")
