"""Makes Wagtail count every use of a record: its index of references leaves out relations to many.

It is told about these as about blocks and rich text: by `extract_references` of the field. It is told anew when such a
relation is changed, which happens after the record is saved.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db.models import ManyToManyField, Model
from django.db.models.signals import m2m_changed
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import connect_reference_index_signal_handlers_for_model, update_reference_index_on_save

from portal.core.models import Identified

Reference = tuple[type[Model], str, str, str]
CHANGES = {"post_add", "post_remove", "post_clear"}


def count_relations() -> None:
    """Let the index of references have all relations to many that lead to records."""
    for model in apps.get_models():
        for field in model._meta.local_many_to_many:
            related: Any = field.related_model
            if issubclass(related, Identified):
                vars(field)["extract_references"] = references
                m2m_changed.connect(_update, sender=field.remote_field.through)
                _track(model)


def references(records: Iterable[Model]) -> Iterator[Reference]:
    """Yield what Wagtail notes of each record in a relation: type, key, and where it stands in the field."""
    for record in records:
        yield type(record), str(record.pk), "item", str(record.pk)


def relations_to(model: type[Model]) -> list[ManyToManyField]:
    """Return the relations to many that lead to records of a type."""
    fields = [field for source in apps.get_models() for field in source._meta.local_many_to_many]
    return [field for field in fields if field.related_model is model and "extract_references" in vars(field)]


def _track(model: type[Model]) -> None:
    if not ReferenceIndex.is_indexed(model):
        ReferenceIndex.register_model(model)
        connect_reference_index_signal_handlers_for_model(model)


def _update(action: str, instance: Model, reverse: bool, **signal: Any) -> None:
    if action not in CHANGES:
        return
    sources = signal["model"]._base_manager.filter(pk__in=signal["pk_set"] or ()) if reverse else [instance]
    for source in sources:
        update_reference_index_on_save(source)
