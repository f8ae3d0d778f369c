"""The children of a record as tables to read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import ForeignKey, Model
from django.utils.text import capfirst
from modelcluster.models import get_all_child_relations

from portal.core.admin.displaying import NOTHING, display, is_shown
from portal.core.rights.choosable import User, may_read_all
from portal.core.rights.choosers import name_for


@dataclass(frozen=True)
class Table:
    """The children of one relation: a label for each column, and a row of values for each child."""

    heading: str
    labels: list[str]
    rows: list[list[Any]]


def child_tables(record: Model, user: User) -> dict[str, Table]:
    """Return the children of a record by the names of their relations, without those of which there are none.

    Related records that the user may not read have no names in them.
    """
    relations = get_all_child_relations(type(record))
    tables = {relation.get_accessor_name(): _table(record, relation, user) for relation in relations}
    return {name: table for name, table in tables.items() if table.rows}


def _table(record: Model, relation: Any, user: User) -> Table:
    """Return the table of a relation, without the columns in which none of the children has anything."""
    model = relation.related_model
    keys = [field.name for field in model._meta.concrete_fields if is_shown(field) and isinstance(field, ForeignKey)]
    children = model._default_manager.filter(**{relation.field.name: record.pk})
    children = children.select_related(*keys) if keys else children  # without a name it would follow every key
    columns = [(label, [value(child) for child in children]) for label, value in _columns(model, user)]
    used = [(label, values) for label, values in columns if any(value != NOTHING for value in values)]
    rows = [list(row) for row in zip(*(values for _label, values in used), strict=True)]
    return Table(capfirst(str(model._meta.verbose_name_plural)), [label for label, _values in used], rows)


def _columns(model: type[Model], user: User) -> list[tuple[str, Callable[[Model], Any]]]:
    """Return (label, function that returns the value for a child): the fields, then the children of the children."""
    fields = [field for field in (*model._meta.concrete_fields, *model._meta.many_to_many) if is_shown(field)]
    columns = [(str(field.verbose_name), _reader(field, user)) for field in fields]
    columns += [
        (str(relation.related_model._meta.verbose_name_plural), _inner_reader(relation))
        for relation in get_all_child_relations(model)
    ]
    return [(capfirst(label), read) for label, read in columns]


def _reader(field: Any, user: User) -> Callable[[Model], Any]:
    if not field.is_relation:
        return lambda child: display(child, field)

    def names(child: Model) -> str:
        value = getattr(child, field.name)
        related = list(value.all()) if field.many_to_many else [value] if value else []
        return ", ".join(_name(record, user) for record in related) or NOTHING

    return names


def _inner_reader(relation: Any) -> Callable[[Model], Any]:
    name = relation.get_accessor_name()
    return lambda child: "; ".join(str(inner) for inner in getattr(child, name).all()) or NOTHING


def _name(record: Model, user: User) -> str:
    is_guarded = hasattr(record, "snippet_viewset") and not may_read_all(user, type(record))
    return name_for(user, record) if is_guarded else str(record)
