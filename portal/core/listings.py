"""How staff find records: lists that say what has no English, and sort as readers' lists do."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from portal.core.bilingual import is_empty, is_translated


def english_name(record) -> str:
    """Return the English name for a list, or what is wrong with it."""
    if is_empty(record.name_en):
        return gettext("missing")
    return record.name_en if is_translated(record) else gettext("%(name)s (incomplete)") % {"name": record.name_en}


def english_column() -> Column:
    return Column("english", label=_("English"), accessor=english_name, sort_key="sort_en")


class EnglishFilterSet(WagtailFilterSet):
    """Filters of a list of records, with one for what nobody has translated yet."""

    english = ChoiceFilter(
        label=_("English"),
        choices=[("missing", _("missing")), ("there", _("there"))],
        empty_label=_("All"),
        method="filter_english",
    )

    def filter_english(self, queryset, name, value):
        return queryset.filter(name_en="") if value == "missing" else queryset.exclude(name_en="")


class NamedIndexView(IndexView):
    base_filterset_class = EnglishFilterSet

    def _get_custom_column(self, field_name, *args, **kwargs):
        """Sort a name by its key: the database would put Ä behind Z."""
        column = super()._get_custom_column(field_name, *args, **kwargs)
        if field_name == "name_de":
            column.sort_key = "sort_de"
        return column


class NamedViewSet(SnippetViewSet):
    """The admin of objects with a name in both languages."""

    index_view_class = NamedIndexView
    ordering = ["sort_de"]
    list_per_page = 50
