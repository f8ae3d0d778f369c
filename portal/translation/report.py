"""The translation dashboard: every published page and record, with the state of its English."""

from datetime import timedelta

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.timezone import localtime, now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn

from portal.core.admin.reports import StaffReportView
from portal.translation import selectors
from portal.translation.models import State, Translation

AGES = [("30", _("over a month")), ("180", _("over half a year")), ("365", _("over a year"))]  # days


def _content_types(request: HttpRequest | None) -> QuerySet[ContentType]:
    return ContentType.objects.filter(pk__in=Translation.objects.values("content_type")).order_by("model")


def _owners() -> list[tuple[str, str]]:
    names = Translation.objects.exclude(owner="").order_by("owner").values_list("owner", flat=True).distinct()
    return [(name, name) for name in names]


class TranslationFilterSet(WagtailFilterSet):
    current_state = django_filters.MultipleChoiceFilter(label=_("State"), choices=State.choices)
    content_type = django_filters.ModelChoiceFilter(label=_("Type"), queryset=_content_types)
    owner = django_filters.ChoiceFilter(label=_("Unit"), choices=_owners)
    age = django_filters.ChoiceFilter(label=_("German unchanged for"), choices=AGES, method="filter_by_age")

    class Meta:
        model = Translation
        fields: list[str] = []

    def filter_by_age(self, queryset: QuerySet, name: str, days: str) -> QuerySet[Translation]:
        """Return the translations whose German has not changed for at least that many days."""
        midnight = localtime(now()).replace(hour=0, minute=0, second=0, microsecond=0)
        return queryset.filter(german_changed_at__lte=midnight - timedelta(days=int(days)))


class ActionColumn(Column):
    cell_template_name = "translation/report_actions.html"


class TranslationReport(StaffReportView):
    page_title = _("Translations")
    header_icon = "globe"
    index_url_name = "translation_report"
    index_results_url_name = "translation_report_results"
    filterset_class = TranslationFilterSet
    export_filename = "translations"
    columns = [
        TitleColumn("title", label=_("Title (German)"), get_url=lambda row: row.url),
        Column("content_type", label=_("Type"), accessor=lambda row: row.content_type.name),
        StatusTagColumn(
            "current_state",
            label=_("State"),
            accessor=lambda row: State(row.current_state).label,
            primary=lambda row: row.current_state in selectors.ATTENTION,
        ),
        Column("missing", label=_("Texts not translated")),
        Column("requests", label=_("Requests")),
        Column("owner", label=_("Unit")),
        DateColumn("german_changed_at", label=_("German changed")),
        ActionColumn("actions", label=_("Next step"), accessor="pk"),
    ]
    list_export = [
        "title",
        "content_type.name",
        "current_state",
        "missing",
        "requests",
        "owner",
        "german_changed_at",
        "confirmed_at",
    ]
    export_headings = {"content_type.name": _("Type"), "current_state": _("State")}

    def get_base_queryset(self) -> QuerySet[Translation]:
        """Return the translations of pages and records that the user may change."""
        return selectors.translations().filter(selectors.changeable_by(self.request.user))
