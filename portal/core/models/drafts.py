"""Reading drafts: without objects that were deleted meanwhile, which no constraint protects, and in few queries."""

from typing import Any

from django.db.models import PROTECT, Field, ForeignKey, Model
from modelcluster.models import get_all_child_relations


def without_deleted_objects(model: type[Model], data: dict) -> dict:
    """Return the serialised draft with None for each PROTECT foreign key whose object no longer exists.

    The form then requires another choice; django-modelcluster would raise an exception for such a draft.
    """
    deleted = {field.name for field in model._meta.concrete_fields if _is_deleted(field, data.get(field.name))}
    return {name: None if name in deleted else value for name, value in data.items()}


def without_parents(model: type[Model], data: dict) -> dict:
    """Return the serialised draft whose children do not name their parent.

    They are children of the draft anyway, and django-modelcluster would look for the parent once for each of them.
    """
    children = {}
    for relation in get_all_child_relations(model):
        name, key, child = relation.get_accessor_name(), relation.field.name, relation.related_model
        if name in data:
            children[name] = [{**without_parents(child, row), key: None} for row in data[name]]
    return {**data, **children}


def _is_deleted(field: Field, key: Any) -> bool:
    if key is None or not isinstance(field, ForeignKey) or field.remote_field.on_delete is not PROTECT:
        return False
    return not field.remote_field.model._base_manager.filter(pk=key).exists()
