"""The page with all fields of a record, for staff who may read but not edit it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Field, ForeignKey, Model
from django.db.models.fields.files import FieldFile
from django.template.defaultfilters import capfirst, yesno
from django.utils.functional import cached_property
from django.utils.html import format_html
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.fields import RichTextField
from wagtail.rich_text import RichText

from portal.core.language import formats
from portal.core.rights.choosable import may_read_all
from portal.core.rights.choosers import name_for
from portal.core.rights.guard import NarrowedInspectView

NOTHING = "–"


@dataclass(frozen=True)
class Table:
    """The children of one relation: a label for each column, and a row of values for each child."""

    heading: str
    labels: list[str]
    rows: list[list[Any]]


class RecordInspectView(NarrowedInspectView):
    """Shows what the form of a record asks for, in words, children included; Wagtail's shows every column as it is."""

    def get_fields(self) -> list[str]:
        return [name for name in super().get_fields() if is_shown(self.model._meta.get_field(name))]

    def get_edit_url(self) -> str | None:
        return super().get_edit_url() if self._may("change") else None

    def get_delete_url(self) -> str | None:
        return super().get_delete_url() if self._may("delete") else None

    def get_field_display_value(self, field_name: str, field: Field | None) -> Any:
        if getattr(self.object, field_name) is None:  # which Wagtail's way to show a picture or document would hide
            return NOTHING
        value = super().get_field_display_value(field_name, field)
        if value and isinstance(field, RichTextField):
            return RichText(value)
        items = getattr(field, "base_field", None)  # of a list
        return in_words(value, dict(getattr(items, "choices", None) or ()))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "tables": [table for table in self.tables.values() if table.rows]}

    @cached_property
    def tables(self) -> dict[str, Table]:
        """Return the children of the record, by the names of their relations."""
        relations = get_all_child_relations(self.model)
        return {relation.get_accessor_name(): self._table(relation) for relation in relations}

    def _table(self, relation: Any) -> Table:
        """Return the children of a relation, without the columns in which none of them has anything."""
        model = relation.related_model
        fields = [field for field in [*model._meta.concrete_fields, *model._meta.many_to_many] if is_shown(field)]
        keys = [field.name for field in fields if isinstance(field, ForeignKey)]
        children = model._default_manager.filter(**{relation.field.name: self.object.pk}).select_related(*keys)
        further = get_all_child_relations(model)
        columns = [[self._cell(child, field) for child in children] for field in fields]
        columns += [
            [_names_of(getattr(child, inner.get_accessor_name()).all()) for child in children] for inner in further
        ]
        labels = [field.verbose_name for field in fields]
        labels += [inner.related_model._meta.verbose_name_plural for inner in further]
        used = [number for number, column in enumerate(columns) if any(value != NOTHING for value in column)]
        rows = [list(row) for row in zip(*(columns[number] for number in used), strict=True)]
        heading = capfirst(str(model._meta.verbose_name_plural))
        return Table(heading, [capfirst(str(labels[number])) for number in used], rows)

    def _cell(self, child: Model, field: Any) -> Any:
        value = getattr(child, field.name)
        if field.is_relation:
            related = list(value.all()) if field.many_to_many else [value] if value else []
            return ", ".join(self._name(record) for record in related) or NOTHING
        if display := getattr(child, f"get_{field.name}_display", None):
            value = display()
        items = getattr(field, "base_field", None)
        return in_words(value, dict(getattr(items, "choices", None) or ()))

    def _name(self, record: Model) -> str:
        is_guarded = hasattr(record, "snippet_viewset") and not may_read_all(self.request.user, type(record))
        return name_for(self.request.user, record) if is_guarded else str(record)

    def _may(self, action: str) -> bool:
        """Tell whether the user may do something with this very record, and not only with others of its type."""
        return self.permission_policy.user_has_permission_for_instance(self.request.user, action, self.object)


def is_shown(field: Any) -> bool:
    """Tell whether staff can write the field, or want to know it: whether the record is public."""
    if isinstance(field, ParentalKey):
        return False  # of a child: it names the record itself
    return field.name == "live" or (field.editable and not field.primary_key)


def in_words(value: Any, labels: Mapping[Any, Any]) -> Any:
    """Return a value as staff read it; `labels` are those of the values of a list."""
    if value in (None, "", "-", []):
        return NOTHING
    if isinstance(value, bool):
        return capfirst(str(yesno(value)))
    if isinstance(value, datetime):
        return formats.moment(value)
    if isinstance(value, date):
        return formats.day(value)
    if isinstance(value, list):
        return ", ".join(str(labels.get(item, item)) for item in value)
    if isinstance(value, FieldFile):
        return _link(value)
    return value


def _link(file: FieldFile) -> str:
    """Return a link to a file, with the name under which it was uploaded and its size."""
    name = getattr(file.instance, "file_name", "") or (file.name or "").rpartition("/")[2]
    size = f" ({formats.file_size(file.size)})" if file.storage.exists(file.name or "") else ""
    return format_html('<a href="{}">{}</a>{}', file.url, name, size)


def _names_of(children: Any) -> str:
    return "; ".join(str(child) for child in children) or NOTHING
