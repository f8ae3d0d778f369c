"""Compares two states of a record: for its history, and for edit conflicts.

Of the fields that a model names in `personal_fields`, the history says only that they changed: personal data that is
removed from a record is then in no log entry either.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Field, Model
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.log_actions import LogFormatter
from wagtail.models import ModelLogEntry

from portal.core.language import formats, languages
from portal.core.models.fields import WrittenDateField
from portal.core.models.languages import LanguageField

CHANGES = "changes"  # the key in the data of a log entry
IGNORED_FIELDS = {"sort_order"}
MAX_LENGTH = 300  # characters of one value in the history
LEAD = 40  # of these, before the first difference
BLOCK = {"id", "type", "value"}  # the keys of a block in a body


@dataclass(frozen=True)
class Change:
    """`before` and `after` are None for personal fields."""

    label: str
    before: str | None
    after: str | None

    def __str__(self) -> str:
        if self.before is None:
            return self.label
        return f"{self.label}: {self.before or '–'} → {self.after or '–'}"


class Snapshot:
    """The values of a record as texts by field name; `impersonal` is without the personal fields."""

    def __init__(self, record: Model) -> None:
        self.texts = _field_texts(record, with_personal=True)
        self.impersonal = _field_texts(record, with_personal=False)


def changes(before: Snapshot, after: Snapshot) -> dict:
    """Return {field: [before, after]}, with None in place of the pair for personal fields, as stored in the history."""
    changed = [name for name, text in after.texts.items() if before.texts.get(name) != text]
    return {name: _pair(before.impersonal.get(name), after.impersonal.get(name)) for name in changed}


def labelled_changes(model: type[Model], stored: dict) -> list[Change]:
    """Return changes, given as `changes` returns them, with the labels of their fields in the reader's language."""
    return [Change(_label(model, name), *(pair or (None, None))) for name, pair in stored.items()]


class ChangesFormatter(LogFormatter):
    """Shows in a history which fields were edited, where the log entry says that."""

    label = gettext_lazy("Edit")

    def format_message(self, log_entry: ModelLogEntry) -> str:
        stored = (log_entry.data or {}).get(CHANGES)
        model = log_entry.content_type.model_class() if log_entry.content_type else None
        if not stored or model is None:
            return _("Edited")
        return _("Edited: %(changes)s") % {"changes": "; ".join(map(str, labelled_changes(model, stored)))}


def _pair(before: str | None, after: str | None) -> list[str] | None:
    """Return both texts as far as they matter: long ones begin shortly before the first difference."""
    if before == after:
        return None
    texts = [before or "", after or ""]
    start = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(*texts, strict=False))) - LEAD
    if start <= 0 or max(map(len, texts)) <= MAX_LENGTH:
        return [text[:MAX_LENGTH] for text in texts]
    return [f"… {text[start : start + MAX_LENGTH]}" for text in texts]


def _field_texts(record: Model, *, with_personal: bool) -> dict[str, str]:
    """Return the values of a record and of its children as texts by field or relation."""
    left_out = () if with_personal else getattr(record, "personal_fields", ())
    values = {field.name: _text(record, field) for field in _fields(type(record)) if field.name not in left_out}
    for relation in get_all_child_relations(type(record)):
        name = relation.get_accessor_name()
        children = getattr(record, name).all()
        values[name] = "\n".join(_child_text(child, with_personal=with_personal) for child in children)
    return values


def _child_text(child: Model, *, with_personal: bool) -> str:
    parent = {field.name for field in child._meta.concrete_fields if isinstance(field, ParentalKey)}
    texts = _field_texts(child, with_personal=with_personal)
    return ", ".join(text for name, text in texts.items() if text and name not in parent)


def _fields(model: type[Model]) -> list:
    fields = [*model._meta.concrete_fields, *model._meta.many_to_many]
    return [field for field in fields if field.editable and not field.primary_key and field.name not in IGNORED_FIELDS]


def _text(record: Model, field: Field) -> str:
    if field.many_to_many:
        return ", ".join(sorted(str(related) for related in getattr(record, field.name).all()))
    if isinstance(field, models.JSONField | models.IntegerField):  # which may know how to say it in words
        display = getattr(record, f"get_{field.name}_display", None)
        return str(display()) if display else display_value(field, getattr(record, field.name))
    return display_value(field, getattr(record, field.name))


def display_value(field: Field, value: Any) -> str:
    """Return a value of a field as a text in the reader's language, without mark-up; empty for no value."""
    if value is None or value == "":
        return ""
    if isinstance(field, ArrayField):
        return ", ".join(display_value(field.base_field, item) for item in value)
    if isinstance(field, LanguageField):
        return languages.name(value)
    if isinstance(value, bool):
        value = _("Yes") if value else _("No")
    if isinstance(value, date) or isinstance(field, WrittenDateField):
        return _date(value)
    if isinstance(field, StreamField):
        return "\n".join(_words(value.get_prep_value()))
    text = str(dict(field.flatchoices).get(value, value))
    return " ".join(strip_tags(text).split()) if isinstance(field, models.TextField) else text


def _words(part: Any) -> Iterator[str]:
    """Yield the texts, and the keys of what is shown, in a body or a part of one."""
    if isinstance(part, list):
        for item in part:
            yield from _words(item)
    elif isinstance(part, dict):
        for item in [part["value"]] if part.keys() == BLOCK else part.values():
            yield from _words(item)
    elif part not in (None, "", False):
        yield " ".join(strip_tags(str(part)).split())


def _date(value: Any) -> str:
    """Return a moment, a day, or a date that is written as a year, a month or a day, in the reader's form."""
    if isinstance(value, datetime):
        return formats.moment(value)
    return formats.day(value) if isinstance(value, date) else formats.written(value)


def _label(model: type[Model], name: str) -> str:
    field: Any = model._meta.get_field(name)
    if field.one_to_many:
        return capfirst(str(field.related_model._meta.verbose_name_plural))
    return capfirst(str(field.verbose_name))
