"""How staff find records: lists that say what has no English, and sort as readers' lists do."""

from types import SimpleNamespace

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, ProtectedError
from django.db.models.deletion import Collector
from django.db.models.functions import Cast
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn
from wagtail.models import Revision, WorkflowMixin, WorkflowState
from wagtail.snippets.views.snippets import DeleteView, IndexView

from portal.core.bilingual import is_empty, is_translated
from portal.core.rights.guard import GuardedViewSet


def english_name(record) -> str:
    """Return the English name for a list, or what is wrong with it."""
    if is_empty(record.name_en):
        return gettext("missing")
    return record.name_en if is_translated(record) else gettext("%(name)s (incomplete)") % {"name": record.name_en}


def english_column() -> Column:
    return Column("english", label=_("English"), accessor=english_name, sort_key="sort_en")


def publication_column() -> LiveStatusTagColumn:
    """Return the column "live", "draft", "live + draft" …, in Wagtail's words but without its two queries a row."""
    column = LiveStatusTagColumn(label=_("Publication"))
    column.accessor = publication
    return column


def publication(record) -> str:
    """Return the state of a row that `with_publication` has annotated."""
    state = SimpleNamespace(
        live=record.live,
        expired=record.expired,
        has_unpublished_changes=record.has_unpublished_changes,
        approved_schedule=record.is_scheduled,
        workflow_in_progress=record.is_in_approval,
    )
    return WorkflowMixin.status_string.fget(state)


def with_publication(queryset):
    """Annotate what `publication` needs of other tables."""
    this = {
        "base_content_type": ContentType.objects.get_for_model(queryset.model),
        "object_id": Cast(OuterRef("pk"), CharField()),
    }
    scheduled = Revision.objects.filter(**this, approved_go_live_at__isnull=False)
    in_approval = WorkflowState.objects.filter(**this, status=WorkflowState.STATUS_IN_PROGRESS)
    return queryset.annotate(is_scheduled=Exists(scheduled), is_in_approval=Exists(in_approval))


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

    def get_base_queryset(self):
        """Fetch with the rows what their columns show of other tables."""
        queryset = super().get_base_queryset()
        fields = [self.model._meta.get_field(name) for name in self.list_display if isinstance(name, str)]
        queryset = queryset.select_related(*[field.name for field in fields if field.many_to_one])
        return with_publication(queryset) if issubclass(self.model, WorkflowMixin) else queryset

    def _get_custom_column(self, field_name, *args, **kwargs):
        """Sort a name by its key: the database would put Ä behind Z."""
        column = super()._get_custom_column(field_name, *args, **kwargs)
        if field_name == "name_de":
            column.sort_key = "sort_de"
        return column


class ProtectingDeleteView(DeleteView):
    """Asks the database, and says what hangs on the record.

    Wagtail's index of references does not know what was written around it, and its page says only how many there are.
    """

    held_by_most = 20  # of those that hold a record are named

    @cached_property
    def held_by(self) -> list[tuple[str, str]]:
        """Return (type, name) of all that must go, or name another, before this record can be deleted."""
        try:
            Collector(using=self.object._state.db, origin=self.object).collect([self.object])
        except ProtectedError as error:
            return sorted((capfirst(each._meta.verbose_name), str(each)) for each in error.protected_objects)
        return []

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if self.held_by:
            more = max(0, len(self.held_by) - self.held_by_most)
            context |= {"held_by": self.held_by[: self.held_by_most], "held_by_more": more, "is_protected": True}
        return context

    def form_valid(self, form):
        if self.held_by:
            messages.error(self.request, _("“%(name)s” is still in use and was not deleted.") % {"name": self.object})
            return redirect(self.get_delete_url())
        return super().form_valid(form)


class NamedViewSet(GuardedViewSet):
    """The admin of objects with a name in both languages."""

    index_view_class = NamedIndexView
    delete_view_class = ProtectingDeleteView
    delete_template_name = "wagtailadmin/delete_record.html"
    ordering = ["sort_de"]
    list_per_page = 50
