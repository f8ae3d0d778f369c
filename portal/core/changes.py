"""What changed in a record, in words: for its history, and for the second of two people who save it.

A model names in `personal_fields` what is about a person: of those, the history says that they changed, and not what
they said. What is removed from the record is then removed everywhere.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Field, Model
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.models import get_all_child_relations
from wagtail.log_actions import LogFormatter
from wagtail.models import ModelLogEntry

from portal.core import formats

CHANGES = "changes"  # the key in the data of a log entry
BOOKKEEPING = {"sort_order"}
MOST_CHARACTERS = 300  # of one value in the history


@dataclass(frozen=True)
class Change:
    """`before` and `after` are None where they are not to be told."""

    label: str
    before: str | None
    after: str | None

    def __str__(self) -> str:
        if self.before is None:
            return self.label
        return f"{self.label}: {self.before or '–'} → {self.after or '–'}"


class Snapshot:
    """What stands in a record now, as text by the name of the field; `open` leaves out what is about people."""

    def __init__(self, record: Model) -> None:
        self.whole = _written(record, set())
        self.open = _written(record, None)


def changes(before: Snapshot, after: Snapshot) -> dict:
    """Return {field: [before, after]}, or {field: None} for what is about people: as it is kept in the history."""
    changed = [name for name, text in after.whole.items() if before.whole.get(name) != text]
    return {name: _pair(before.open.get(name), after.open.get(name)) for name in changed}


def in_words(model: type[Model], found: dict) -> list[Change]:
    """Return changes with the labels of their fields in the language of the reader."""
    return [Change(_label(model, name), *(pair or (None, None))) for name, pair in found.items()]


class ChangesFormatter(LogFormatter):
    """Says in a history what was edited, where that was kept."""

    label = gettext_lazy("Edit")

    def format_message(self, log_entry: ModelLogEntry) -> str:
        found = (log_entry.data or {}).get(CHANGES)
        model = log_entry.content_type.model_class() if log_entry.content_type else None
        if not found or model is None:
            return _("Edited")
        return _("Edited: %(changes)s") % {"changes": "; ".join(map(str, in_words(model, found)))}


def _pair(before: str | None, after: str | None) -> list[str] | None:
    if before == after:
        return None
    return [(text or "")[:MOST_CHARACTERS] for text in (before, after)]


def _written(record: Model, left_out: set | None) -> dict[str, str]:
    """Return the texts of a record; with None, those fields are left out that the models call personal."""
    names = set(getattr(record, "personal_fields", ())) if left_out is None else left_out
    values = {field.name: _text(record, field) for field in _fields(type(record)) if field.name not in names}
    for relation in get_all_child_relations(type(record)):
        name = relation.get_accessor_name()
        values[name] = "\n".join(_line(child, left_out) for child in getattr(record, name).all())
    return values


def _line(child: Model, left_out: set | None) -> str:
    parent = {field.name for field in child._meta.concrete_fields if field.is_relation and _is_parental(field)}
    texts = {name: text for name, text in _written(child, left_out).items() if name not in parent}
    return ", ".join(text for text in texts.values() if text)


def _is_parental(field: Field) -> bool:
    return type(field).__name__ == "ParentalKey"


def _fields(model: type[Model]) -> list:
    every = [*model._meta.concrete_fields, *model._meta.many_to_many]
    return [field for field in every if field.editable and not field.primary_key and field.name not in BOOKKEEPING]


def _text(record: Model, field: Field) -> str:
    if field.many_to_many:
        return ", ".join(sorted(str(one) for one in getattr(record, field.name).all()))
    return written(field, getattr(record, field.name))


def written(field: Field, value: Any) -> str:
    """Return a value of a field as people write it; nothing for no value."""
    if value is None or value == "":
        return ""
    if isinstance(field, ArrayField):
        return ", ".join(written(field.base_field, item) for item in value)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return formats.moment(value)
    if isinstance(value, date):
        return formats.day(value)
    text = str(dict(field.flatchoices).get(value, value))
    return " ".join(strip_tags(text).split()) if isinstance(field, models.TextField) else text


def _label(model: type[Model], name: str) -> str:
    field = model._meta.get_field(name)
    if field.one_to_many:
        return capfirst(str(field.related_model._meta.verbose_name_plural))
    return capfirst(str(field.verbose_name))
