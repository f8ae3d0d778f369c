from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from portal.core.admin.viewsets import RecordViewSet
from portal.search.models import CompoundWord, SynonymGroup
from portal.search.report import MissedQueryReport


class SynonymGroupViewSet(RecordViewSet):
    model = SynonymGroup
    icon = "list-ul"
    panels = [FieldPanel("words")]
    list_display = [Column("words", label=_("Synonyms"), accessor=str)]
    ordering = ["words"]


class CompoundWordViewSet(RecordViewSet):
    model = CompoundWord
    icon = "cut"
    panels = [FieldPanel("parts")]
    list_display = ["parts"]
    search_fields = ["parts"]
    ordering = ["parts"]
    list_per_page = 100


class SearchGroup(SnippetViewSetGroup):
    menu_label = _("Search words")
    menu_icon = "search"
    menu_order = 125
    menu_name = "portal-search"
    items = [SynonymGroupViewSet, CompoundWordViewSet]


register_snippet(SearchGroup)


@hooks.register("register_admin_urls")
def missed_queries_urls() -> list[URLPattern]:
    return [
        path("missed-queries/", MissedQueryReport.as_view(), name="missed_queries"),
        path("missed-queries/results/", MissedQueryReport.as_view(results_only=True), name="missed_queries_results"),
    ]


@hooks.register("register_reports_menu_item")
def missed_queries_menu_item() -> MenuItem:
    return MenuItem(
        _("Sought and not found"), reverse("missed_queries"), name="missed-queries", icon_name="search", order=900
    )
