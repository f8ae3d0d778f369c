"""Making one record of two that were entered for the same thing, and undoing that.

This is about records, not about life: of two institutions that became one on a day, both stay, and an event says so.
Which types can be joined is registered by their apps, with what each has to see to itself.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from portal.core.addressing import former
from portal.core.joining import drafts, moving, storing
from portal.core.models import Join, Record

JOINED, UNDONE = "core.joined", "core.join_undone"  # actions of Wagtail's log
User = AbstractUser | AnonymousUser | None


def _nothing(kept: Any, duplicate: Any) -> None:
    return None


def _no_rows(kept: Any, duplicate: Any) -> list[Model]:
    return []


@dataclass(frozen=True)
class Joinable:
    """How records of a type are joined.

    `refuse` raises a ValidationError where two must not be; `adopt` returns the rows that it has created so that the
    record that is kept is found by the names of the other one.
    """

    refuse: Callable[[Any, Any], None] = _nothing
    adopt: Callable[[Any, Any], list[Model]] = _no_rows


_joinable: dict[type[Model], Joinable] = {}


def register(model: type[Model], joinable: Joinable) -> None:
    _joinable[model] = joinable


def joins_of(record: Model) -> QuerySet[Join]:
    """Return the joins by which a record has swallowed others, the newest first."""
    kind = ContentType.objects.get_for_model(type(record))
    return Join.objects.filter(content_type=kind, object_id=record.pk).select_related("joined_by")


@transaction.atomic
def join(kept: Any, duplicate: Any, user: User) -> Join:
    """Move everything that hangs on the duplicate to the other record, and delete the duplicate.

    Raises a ValidationError if the two cannot be joined; nothing is changed then.
    """
    model = type(kept)
    kept, duplicate = _locked(model, kept.pk), _locked(model, duplicate.pk)
    if kept.pk == duplicate.pk:
        raise ValidationError(_("These are not two records. Choose another one."))
    _joinable[model].refuse(kept, duplicate)
    columns: dict[str, Any] = {"name": str(duplicate)[:300], "former_key": duplicate.pk}
    columns["addresses"] = former.redirect(duplicate, kept) if isinstance(kept, Record) else {}
    created = _joinable[model].adopt(kept, duplicate)
    columns["created"] = [(row._meta.label, row.pk) for row in created]
    columns["relations"] = moving.move_relations(_locked(model, kept.pk), duplicate)
    columns["moved"] = moving.move(kept, duplicate)
    columns["stored"] = storing.stored(_locked(model, duplicate.pk))
    gained = drafts.Gained([*created, *_rows(columns["moved"])], _own_relations(kept, columns["relations"]))
    before = drafts.rewrite(kept, duplicate, gained)
    columns["drafts"] = {"before": before, "after": drafts.contents(list(before))}
    _locked(model, duplicate.pk).delete()
    _locked(model, kept.pk).save()  # with what it has gained, for search and caches
    by: Any = user if isinstance(user, AbstractUser) else None
    kind = ContentType.objects.get_for_model(model)
    done = Join.objects.create(content_type=kind, object_id=kept.pk, joined_by=by, **columns)
    log(kept, JOINED, user=user, data={"name": done.name})
    return done


@transaction.atomic
def undo(done: Join, user: User) -> Any:
    """Create the record again that was joined into another one, and move back what came from it. Return it.

    Raises a ValidationError if its address or a number of it has been given away since.
    """
    model: Any = done.content_type.model_class()
    kept = _locked(model, done.object_id)
    try:
        for label, key in done.created:
            apps.get_model(label)._base_manager.filter(pk=key).delete()
        former.restore(done.addresses)
        with transaction.atomic():
            record = storing.restored(done.stored, model, done.former_key)
        moving.move_back(done.moved, kept, record)
        moving.move_relations_back(done.relations)
    except IntegrityError as error:
        message = _("“%(name)s” cannot come back: its address or number is in use.")
        raise ValidationError(message % {"name": done}) from error
    drafts.restore(done.drafts["before"], done.drafts["after"])
    _locked(model, kept.pk).save()
    model._base_manager.get(pk=record.pk).save()
    log(kept, UNDONE, user=user, data={"name": done.name})
    done.delete()
    return record


def _locked(model: Any, key: Any) -> Any:
    return model._base_manager.select_for_update(of=["self"]).get(pk=key)


def _own_relations(kept: Any, changed: Iterable[tuple[str, str, Any, list, list]]) -> dict[str, list]:
    label = kept._meta.label
    return {name: after for source, name, key, _before, after in changed if (source, key) == (label, kept.pk)}


def _rows(moved: Iterable[moving.Row]) -> list[Model]:
    found = (apps.get_model(label)._base_manager.filter(pk=key).first() for label, _name, key in moved)
    return [row for row in found if row is not None]
