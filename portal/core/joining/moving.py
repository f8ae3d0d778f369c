"""What hangs on a record that is joined into another one: finding it, moving it, and moving it back."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import PROTECT, Field, ForeignKey, Model, QuerySet
from django.utils.translation import gettext as _

Row = tuple[str, str, Any]  # type, name of the key, key of the row


def keys_to(model: type[Model]) -> list[Field]:
    """Return the foreign keys of all types that lead to records of a type, without those of relations to many."""
    fields = [field for source in apps.get_models() for field in source._meta.local_concrete_fields]
    return [field for field in fields if isinstance(field, ForeignKey) and field.related_model is model]


def relations_of(model: type[Model]) -> list[Any]:
    """Return the relations to many between records of a type and others: (field, whether it is the type's own)."""
    fields = [field for source in apps.get_models() for field in source._meta.local_many_to_many]
    return [field for field in fields if model in (field.related_model, field.model)]


def rows_of(field: Field, record: Model) -> QuerySet:
    return field.model._base_manager.filter(**{field.name: record.pk}).order_by("pk")


def move(kept: Model, duplicate: Model) -> list[Row]:
    """Let every key that leads to the duplicate lead to the other record; return the rows that were changed.

    A row that may be there only once, and is with the other record already, goes with the duplicate. Raises a
    ValidationError if it may not.
    """
    moved: list[Row] = []
    for field in keys_to(type(kept)):
        for row in rows_of(field, duplicate):
            if row == duplicate and isinstance(row, type(kept)):
                continue
            if _leads_to(row, field, None if row == kept else kept):
                moved.append((row._meta.label, field.name, row.pk))
            elif field.remote_field.on_delete is PROTECT:  # type: ignore[union-attr]
                message = _("Both have this: “%(name)s”. Delete or change one of them first.")
                raise ValidationError(message % {"name": row})
    return moved


def move_back(rows: Iterable[Row], kept: Model, duplicate: Model) -> None:
    """Let the keys in `rows` lead to the duplicate again, where they still lead where they were moved to."""
    for label, name, key in rows:
        model: Any = apps.get_model(label)
        row = model._base_manager.filter(pk=key).first()
        if row is None:
            continue
        field = model._meta.get_field(name)
        expected = None if row == kept else kept.pk
        if getattr(row, field.attname) == expected:
            _leads_to(row, field, duplicate)


def move_relations(kept: Model, duplicate: Model) -> list[tuple[str, str, Any, list, list]]:
    """Put the other record in place of the duplicate in relations to many, and give it what the duplicate holds.

    Return for each record that was changed: type, name of the relation, key, and the keys before and after.
    """
    changed = []
    for field in relations_of(type(kept)):
        sources = [kept] if field.model is type(kept) else rows_of(field, duplicate)
        for source in sources:
            before = list(getattr(source, field.name).values_list("pk", flat=True))
            after = _replaced(before, duplicate.pk, kept.pk) if field.related_model is type(kept) else before
            if field.model is type(kept):
                after = list(dict.fromkeys([*after, *getattr(duplicate, field.name).values_list("pk", flat=True)]))
            if after != before:
                set_relation(source, field.name, after)
                changed.append((source._meta.label, field.name, source.pk, before, after))
    return changed


def move_relations_back(changed: Iterable[tuple[str, str, Any, list, list]]) -> None:
    """Undo `move_relations`, where nobody has changed the relation since."""
    for label, name, key, before, after in changed:
        source = apps.get_model(label)._base_manager.filter(pk=key).first()
        if source is not None and sorted(getattr(source, name).values_list("pk", flat=True)) == sorted(after):
            set_relation(source, name, before)


def set_relation(source: Any, name: str, keys: Iterable[Any]) -> None:
    related = source._meta.get_field(name).related_model._base_manager.filter(pk__in=keys)
    getattr(source, name).set(list(related))
    source.save()  # which stores what modelcluster keeps, and tells search and caches


def _replaced(keys: list, old: Any, new: Any) -> list:
    return list(dict.fromkeys(new if key == old else key for key in keys))


def _leads_to(row: Any, field: Any, record: Model | None) -> bool:
    """Save a row with another key; return False if the database refuses it."""
    former = getattr(row, field.attname)
    setattr(row, field.attname, record.pk if record else None)
    try:
        with transaction.atomic():
            row.save(update_fields=[field.name])
    except IntegrityError:
        setattr(row, field.attname, former)
        return False
    return True
