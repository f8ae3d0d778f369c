"""What keeps a record from being deleted, and what goes with it, for the pages that ask for confirmation."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model, ProtectedError
from django.db.models.deletion import Collector
from django.utils.functional import cached_property
from django.utils.text import capfirst
from modelcluster.fields import ParentalKey
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction

from portal.core.admin.bulk import FilteredSelection
from portal.core.rights.choosable import User, readable_of
from portal.core.rights.scope import policy_of

SHOWN = 20


@dataclass(frozen=True)
class Kept:
    """What keeps a record: the first (type, name) that the user may read, how many more, and how many unreadable."""

    names: list[tuple[str, str]]
    more: int
    unreadable: int


def keepers_of(record: Model) -> list[Model]:
    """Return the objects with a protected foreign key to a record, as the database knows them.

    Wagtail's reference index misses objects that were saved without it.
    """
    try:
        Collector(using=record._state.db or DEFAULT_DB_ALIAS, origin=record).collect([record])
    except ProtectedError as error:
        return list(error.protected_objects)
    return []


def described(user: User, objects: Iterable[Model]) -> Kept:
    """Return the objects as the user may see them."""
    objects = list(objects)
    records = [record_of(item) for item in objects]
    names = sorted({(type_name(record), str(record)) for record in readable_of(user, records)})
    unreadable = len(records) - len(readable_of(user, records))
    return Kept(names[:SHOWN], max(0, len(names) - SHOWN), unreadable)


def record_of(item: Model) -> Model:
    """Return the record to which a child belongs, whose rights decide about it, or the object itself."""
    keys = [field for field in item._meta.get_fields() if isinstance(field, ParentalKey)]
    return record_of(getattr(item, keys[0].name)) if keys else item


def type_name(record: Model) -> str:
    return capfirst(str(record._meta.verbose_name))


def children_of(record: Model) -> list[tuple[str, int]]:
    """Return (type in the plural, number) of the children that are deleted with a record."""
    relations: list[Any] = [field for field in record._meta.related_objects if isinstance(field.field, ParentalKey)]
    counts = [
        (
            capfirst(str(relation.related_model._meta.verbose_name_plural)),
            relation.related_model._base_manager.filter(**{relation.field.name: record.pk}).count(),
        )
        for relation in relations
    ]
    return [(name, count) for name, count in counts if count]


class GuardedDeleteAction(FilteredSelection, DeleteBulkAction):
    """Deletes several records: only those that the user may delete, and none if something keeps one of them.

    Wagtail asks for the permission on the type, names the records without it, and knows only what its index knows.
    """

    @cached_property
    def _actionable_objects(self) -> tuple[list[Model], dict[str, list[Model]]]:
        objects, refused = super()._actionable_objects
        return objects, {key: readable_of(self.request.user, records) for key, records in refused.items()}

    @classmethod
    def needs_for(cls, model: type[Model]) -> str:
        return "delete"

    def check_perm(self, record: Model) -> bool:
        return policy_of(type(record)).user_has_permission_for_instance(self.request.user, "delete", record)

    def annotate_items(self, items: list[Model]) -> list[Model]:
        items = super().annotate_items(items)
        self.kept = {item.pk for item in items if keepers_of(item)}
        self.is_protected: bool = self.is_protected or bool(self.kept)
        return items

    def object_context(self, record: Model) -> dict[str, Any]:
        context = super().object_context(record)
        return {**context, "is_protected": context["is_protected"] or record.pk in self.kept}
