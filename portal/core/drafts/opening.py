"""Opening the edit form of a record with few queries: what Wagtail asks for again and again is asked for once."""

import re
from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, OuterRef, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import get_all_child_relations
from wagtail.models import DraftStateMixin, Workflow, WorkflowMixin, WorkflowState
from wagtail.snippets.views.snippets import EditView

INDENTED_TAG = re.compile(rb"\n\s+<(?!/textarea|/pre)")


class OpenedOnce(EditView):
    """Reads a record, its parts and the state of its approval once for each page; what writes asks afresh."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        self._opened: Any = None
        self._is_reading = request.method == "GET"
        super().setup(request, *args, **kwargs)

    def get_object(self, queryset: Any = None) -> Model:
        if not self._is_reading:
            return super().get_object(queryset)
        if self._opened is None:
            self._opened = super().get_object(queryset)
            if isinstance(self._opened, WorkflowMixin):
                _keep_approval(self._opened)
            if self._is_as_stored():
                prefetch_related_objects([self._opened], *_parts(type(self._opened)))
        return self._opened

    def get_initial(self) -> dict[str, Any]:
        initial = super().get_initial()
        if self._is_reading and self._is_as_stored():
            initial |= stored_keys(self._opened, _relations(type(self._opened)))
        return initial

    def render_to_response(self, context: dict[str, Any], **options: Any) -> HttpResponse:
        response: Any = super().render_to_response(context, **options)
        response.add_post_render_callback(squeeze)
        return response

    def _is_as_stored(self) -> bool:
        """Tell whether the form shows what the database holds; a draft holds its parts and relations itself."""
        return not (isinstance(self._opened, DraftStateMixin) and self._opened.has_unpublished_changes)


def squeeze(response: HttpResponse) -> None:
    """Take out the blanks before tags that begin a line: a tenth of Wagtail's page. What was typed keeps its own."""
    response.content = INDENTED_TAG.sub(b"\n<", response.content)


def stored_keys(record: Model, names: Sequence[str]) -> dict[str, list[int]]:
    """Return the keys of the related objects of a stored record, by the names of relations: one query for all."""
    if not names:
        return {}
    columns = {f"keys_of_{name}": ArraySubquery(_keys(record, name)) for name in names}
    stored = type(record)._base_manager.filter(pk=record.pk).annotate(**columns).values_list(*columns).get()
    return dict(zip(names, stored, strict=True))


def _keys(record: Model, name: str) -> Any:
    field: Any = record._meta.get_field(name)
    rows = field.remote_field.through._base_manager.filter(**{field.m2m_field_name(): OuterRef("pk")})
    return rows.order_by("pk").values(field.m2m_reverse_field_name())


def _relations(model: type[Model]) -> list[str]:
    return [field.name for field in model._meta.many_to_many if isinstance(field, ParentalManyToManyField)]


def _parts(model: type[Model]) -> list[str]:
    """Return the inline children of a type and what they relate to, as lookups."""
    parts = []
    for relation in get_all_child_relations(model):
        name, child = relation.get_accessor_name(), relation.related_model
        related = [*_relations(child), *_parts(child)]
        parts += [name, *(f"{name}__{lookup}" for lookup in related)]
    return parts


def _keep_approval(record: Any) -> None:
    """Keep the state of an approval where Wagtail keeps it for lists, and the workflow of the type beside it."""
    states = WorkflowState.objects.for_instance(record).active().select_related("current_task_state__task")
    record._current_workflow_states = list(states)
    workflow: Workflow | None = record.get_workflow()
    record.get_workflow = lambda: workflow
