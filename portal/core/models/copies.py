"""An unsaved copy of a record, without what is unique and without what makes a record public.

A model names in `not_copied` the fields and relations that belong to the one record only: what a register gave it, who
signed or checked it, what shows it to visitors. The names of its base classes count as well.
"""

from typing import Any

from django.db.models import Field, Model
from modelcluster.models import ClusterableModel, get_all_child_relations

from portal.core.language.bilingual import LANGUAGES

ORDER = "sort_order"  # of children: the one field that nobody edits and that is copied


def copy_of(record: Model) -> Any:
    """Return an unsaved copy of a record, with copies of its children."""
    if not isinstance(record, ClusterableModel):
        values = {field.attname: getattr(record, field.attname) for field in _copied_fields(type(record))}
        return type(record)(**values)
    data = _copied_data(type(record), record.serializable_data())
    copy = type(record).from_serializable_data(data, check_fks=False)
    if copy is None:
        raise ValueError(f"{record!r} cannot be copied.")
    return copy


def not_copied(model: type[Model]) -> frozenset[str]:
    """Return the fields and relations that the model and its base classes leave out of a copy, in both languages."""
    names = {name for base in model.__mro__ for name in vars(base).get("not_copied", ())}
    return frozenset(names | {f"{name}_{language}" for name in names for language in LANGUAGES})


def _copied_data(model: type[Model], data: dict[str, Any]) -> dict[str, Any]:
    """Return the serialised record without its key and without what is left out, its children likewise."""
    names = {field.name for field in _copied_fields(model)} | {field.name for field in model._meta.many_to_many}
    copied = {name: value for name, value in data.items() if name in names - not_copied(model)}
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        if name not in not_copied(model):
            copied[name] = [_copied_data(relation.related_model, child) for child in data[name]]
    return {**copied, "pk": None}


def _copied_fields(model: type[Model]) -> list[Field]:
    left_out = not_copied(model)
    return [field for field in model._meta.concrete_fields if _is_copied(field) and field.name not in left_out]


def _is_copied(field: Field) -> bool:
    return field.name == ORDER or (field.editable and not field.unique)
