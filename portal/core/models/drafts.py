"""Drafts outlive what they name: a unit may be deleted while nothing but a draft refers to it."""

from typing import Any

from django.db.models import PROTECT, Field, ForeignKey, Model


def without_what_is_gone(model: type[Model], data: dict) -> dict:
    """Return the serialised draft with None for each protected object that no longer exists.

    The form then asks for another one; django-modelcluster would raise an exception for such a draft.
    """
    gone = {field.name for field in model._meta.concrete_fields if _is_gone(field, data.get(field.name))}
    return {name: None if name in gone else value for name, value in data.items()}


def _is_gone(field: Field, key: Any) -> bool:
    if key is None or not isinstance(field, ForeignKey) or field.remote_field.on_delete is not PROTECT:
        return False
    return not field.remote_field.model._base_manager.filter(pk=key).exists()
