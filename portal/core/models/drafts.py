"""Drafts with foreign keys to objects that were deleted: no constraint protects an object that only a draft uses."""

from typing import Any

from django.db.models import PROTECT, Field, ForeignKey, Model


def without_deleted_objects(model: type[Model], data: dict) -> dict:
    """Return the serialised draft with None for each PROTECT foreign key whose object no longer exists.

    The form then requires another choice; django-modelcluster would raise an exception for such a draft.
    """
    deleted = {field.name for field in model._meta.concrete_fields if _is_deleted(field, data.get(field.name))}
    return {name: None if name in deleted else value for name, value in data.items()}


def _is_deleted(field: Field, key: Any) -> bool:
    if key is None or not isinstance(field, ForeignKey) or field.remote_field.on_delete is not PROTECT:
        return False
    return not field.remote_field.model._base_manager.filter(pk=key).exists()
