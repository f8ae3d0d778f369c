"""Keeps what staff find up to date where it comes from other records, such as a partner's name at an agreement.

Wagtail indexes a record when it is saved itself, and before its children are. Which records show which others follows
from the `RelatedFields` of their `search_fields`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet
from django.db.models.signals import post_delete, post_save
from modelcluster.fields import ParentalKey
from wagtail.search.backends import get_search_backend
from wagtail.search.index import BaseField, RelatedFields, class_is_indexed, get_indexed_models

from portal.core import follow_ups
from portal.search import tracking

FOLLOW_UP = "staff-search"
ONE_BATCH = 500  # records that are indexed together


def connect_signals() -> None:
    follow_ups.register(FOLLOW_UP, write)
    for model in dependents():
        for signal in (post_save, post_delete):
            signal.connect(_write_on_commit, sender=model)


@cache
def dependents() -> dict[type[Model], list[tuple[type[Model], str]]]:
    """Return for each type that others show the types that show it, with the lookup that leads to it."""
    shown = defaultdict(list)
    for model in get_indexed_models():
        for related, lookup in _related_types(model, model.get_search_fields()):
            shown[related].append((model, lookup))
    return dict(shown)


def write(label: str, keys: list[str]) -> int:
    """Index the objects of a type and all that show them; return how many these are."""
    model: Any = apps.get_model(label)
    written = _index(model.get_indexed_objects().filter(pk__in=keys)) if class_is_indexed(model) else 0
    for dependent, lookup in dependents().get(model, ()):
        objects: QuerySet = dependent.get_indexed_objects()  # type: ignore[attr-defined]
        written += _index(objects.filter(**{f"{lookup}__in": keys}).distinct())
    return written


def _related_types(
    model: type[Model], fields: Iterable[BaseField], path: str = ""
) -> Iterator[tuple[type[Model], str]]:
    for field in fields:
        if isinstance(field, RelatedFields):
            related: Any = model._meta.get_field(field.field_name).related_model
            lookup = f"{path}{field.field_name}"
            yield related, lookup
            yield from _related_types(related, field.fields, f"{lookup}__")


def _write_on_commit(sender: type[Model], instance: Model, raw: bool = False, **_signal: Any) -> None:
    if raw or tracking.is_paused():
        return
    parent = next((field for field in sender._meta.concrete_fields if isinstance(field, ParentalKey)), None)
    model, key = (parent.related_model, getattr(instance, parent.attname)) if parent else (sender, instance.pk)
    follow_ups.after_commit(FOLLOW_UP, model._meta.label, [key])


def _index(objects: QuerySet) -> int:
    found = list(objects)
    for start in range(0, len(found), ONE_BATCH):
        get_search_backend().add_bulk(objects.model, found[start : start + ONE_BATCH])
    return len(found)
