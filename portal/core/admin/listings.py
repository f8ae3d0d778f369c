"""Lists of records in the admin: with the state of their English, sorted as the public lists are."""

from types import SimpleNamespace
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, Model, OuterRef, QuerySet
from django.db.models.functions import Cast
from django.forms import Form, ModelForm
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn, UpdatedAtColumn
from wagtail.models import Revision, WorkflowMixin, WorkflowState
from wagtail.snippets.views.snippets import DeleteView

from portal.core.admin.checked_filter import CheckedFilterSet
from portal.core.admin.columns import ChosenColumns
from portal.core.admin.deletion import children_of, described, keepers_of
from portal.core.admin.viewsets import RecordViewSet
from portal.core.language.bilingual import is_empty, is_translated
from portal.core.models import Named, Record
from portal.core.rights.forms import narrow


def english_name(record: Named) -> str:
    """Return the English name, marked if other texts have no English; "missing" without an English name."""
    if is_empty(record.name_en):
        return gettext("missing")
    return record.name_en if is_translated(record) else gettext("%(name)s (incomplete)") % {"name": record.name_en}


def english_column() -> Column:
    """Return the column with the English name."""
    return Column("english", label=_("English"), accessor=english_name, sort_key="sort_en")


def publication_column() -> LiveStatusTagColumn:
    """Return the column "live", "draft", "live + draft" …, as Wagtail's but without two queries for each row."""
    column = LiveStatusTagColumn(label=_("Publication"))
    column.accessor = publication
    return column


def publication(record: Any) -> str:
    """Return Wagtail's words for the state of a row that `with_publication` has annotated."""
    state = SimpleNamespace(
        live=record.live,
        expired=record.expired,
        has_unpublished_changes=record.has_unpublished_changes,
        approved_schedule=record.is_scheduled,
        workflow_in_progress=record.is_in_approval,
    )
    return WorkflowMixin.status_string.fget(state)


def with_publication(queryset: QuerySet) -> QuerySet:
    """Annotate rows with what `publication` needs from other tables."""
    same_object = {
        "base_content_type": ContentType.objects.get_for_model(queryset.model),
        "object_id": Cast(OuterRef("pk"), CharField()),
    }
    scheduled = Revision.objects.filter(**same_object, approved_go_live_at__isnull=False)
    in_approval = WorkflowState.objects.filter(**same_object, status=WorkflowState.STATUS_IN_PROGRESS)
    return queryset.annotate(is_scheduled=Exists(scheduled), is_in_approval=Exists(in_approval))


class NarrowedFilterSet(WagtailFilterSet):
    """Filters that offer only the related records that the user may choose."""

    @cached_property
    def form(self) -> Form:
        form = super().form
        for field in form.fields.values():
            narrow(field, self.request.user)
        return form


class EnglishFilterSet(NarrowedFilterSet):
    """Filters of a list of records, among them one for a missing English name."""

    english = ChoiceFilter(
        label=_("English"),
        choices=[("missing", _("missing")), ("there", _("there"))],
        empty_label=_("All"),
        method="filter_english",
    )

    def filter_english(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        return queryset.filter(name_en="") if value == "missing" else queryset.exclude(name_en="")


class RecordFilterSet(CheckedFilterSet, EnglishFilterSet):
    pass


class NamedIndexView(ChosenColumns):
    """The list of objects with a name in both languages."""

    @cached_property
    def further_columns(self) -> list[Any]:  # type: ignore[override]
        """Return, for records, the day of the check and that of the last change where the list shows neither."""
        if not issubclass(self.model, Record):
            return []
        changed = UpdatedAtColumn(label=_("Updated"))
        shown = {getattr(item, "name", item) for item in self.list_display}
        return [item for item in ("assured_on", changed) if getattr(item, "name", item) not in shown]

    @property
    def base_filterset_class(self) -> type[EnglishFilterSet]:
        return RecordFilterSet if issubclass(self.model, Record) else EnglishFilterSet

    def get_edit_url(self, instance: Named) -> str | None:
        """Return the address of the form for those who may edit this very record; its title leads others to read it."""
        return super().get_edit_url(instance) if self._may("change", instance) else None

    def get_delete_url(self, instance: Named) -> str | None:
        return super().get_delete_url(instance) if self._may("delete", instance) else None

    def get_base_queryset(self) -> QuerySet:
        """Return the rows with the related objects that their columns show."""
        queryset = super().get_base_queryset()
        fields = [self.model._meta.get_field(name) for name in self.list_display if isinstance(name, str)]
        queryset = queryset.select_related(*[field.name for field in fields if field.many_to_one])
        return with_publication(queryset) if issubclass(self.model, WorkflowMixin) else queryset

    def _may(self, action: str, instance: Named) -> bool:
        return self.permission_policy.user_has_permission_for_instance(self.request.user, action, instance)

    def _get_custom_column(self, field_name: str, *args: Any, **kwargs: Any) -> Column:
        """Sort the German name by its sort key: the database would put Ä after Z."""
        column = super()._get_custom_column(field_name, *args, **kwargs)
        if field_name == "name_de":
            column.sort_key = "sort_de"
        return column


class ProtectingDeleteView(DeleteView):
    """Lists what keeps a record from being deleted, and what is deleted with it; Wagtail gives only a number."""

    @cached_property
    def keepers(self) -> list[Model]:
        """Return the objects with a protected foreign key to this record."""
        return keepers_of(self.object)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {**super().get_context_data(**kwargs), "children": children_of(self.object)}
        if self.keepers:
            context |= {"kept": described(self.request.user, self.keepers), "is_protected": True}
        return context

    def form_valid(self, form: ModelForm) -> HttpResponse:
        if self.keepers:
            messages.error(self.request, _("“%(name)s” is still in use and was not deleted.") % {"name": self.object})
            return redirect(self.get_delete_url())
        return super().form_valid(form)


class NamedViewSet(RecordViewSet):
    """The admin of objects with a name in both languages."""

    index_view_class = NamedIndexView
    delete_view_class = ProtectingDeleteView
    delete_template_name = "wagtailadmin/delete_record.html"
    ordering = ["sort_de"]
    list_per_page = 50
