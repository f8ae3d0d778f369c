"""Storing the rows of a record that is about to go, and restoring them with their keys."""

import json
from datetime import datetime
from typing import Any

from django.core import serializers
from django.core.serializers.json import DjangoJSONEncoder
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model
from django.db.models.deletion import Collector

# Written anew when the record is saved again.
LEFT_OUT = ("wagtailsearch.IndexEntry", "wagtailcore.ReferenceIndex")


class _Encoder(DjangoJSONEncoder):
    """Keeps the microseconds of moments, which Django's encoder cuts."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


def stored(record: Model) -> str:
    """Return the record with everything that is deleted along with it, as JSON."""
    collector = Collector(using=record._state.db or DEFAULT_DB_ALIAS, origin=record)
    collector.collect([record])
    rows: list[Any] = [record]
    for objects in (*collector.data.values(), *collector.fast_deletes):
        rows += [item for item in objects if item != record and not _is_left_out(item)]
    return json.dumps(serializers.serialize("python", rows), cls=_Encoder)


def restored(text: str, model: type[Model], key: Any) -> Any:
    """Create the rows of `stored` again and return the record, saved as by a form; raises IntegrityError."""
    relations: dict[str, list] = {}
    for row in serializers.deserialize("python", json.loads(text), ignorenonexistent=True):
        if isinstance(row.object, model) and row.object.pk == key:
            relations = {name: list(keys) for name, keys in (row.m2m_data or {}).items()}
        row.m2m_data = {}
        row.save()
    record: Any = model._base_manager.get(pk=key)
    for name, keys in relations.items():
        getattr(record, name).set(record._meta.get_field(name).related_model._base_manager.filter(pk__in=keys))
    record.save()
    return record


def _is_left_out(row: Model) -> bool:
    return bool(row._meta.auto_created) or row._meta.label in LEFT_OUT
