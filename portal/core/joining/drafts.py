"""Stored versions: none may name a record that is gone, and publishing a draft must not undo what a join has moved."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet, TextField
from django.db.models.functions import Cast
from modelcluster.models import get_all_child_relations, get_serializable_data_for_fields
from wagtail.models import Revision, RevisionMixin

Content = dict[str, Any]


@dataclass(frozen=True)
class Gained:
    """What a record has got by a join: children, and the keys in its relations to many by their names."""

    rows: list[Model]
    relations: dict[str, list]


def rewrite(kept: Model, duplicate: Model, gained: Gained) -> dict[str, Content]:
    """Put the record that is kept in place of the duplicate in all versions; give its own drafts what it has gained.

    Return the former content of the versions that were changed, by key.
    """
    former = {}
    own = set(_pending(kept).values_list("pk", flat=True))
    for revision in versions(kept, duplicate, own):
        model = revision.content_type.model_class()
        content = replaced(revision.content, model, type(kept), duplicate.pk, kept.pk)
        if revision.pk in own:
            content = _with_gained(content, model, gained)
        if content != revision.content:
            former[str(revision.pk)] = revision.content
            Revision.objects.filter(pk=revision.pk).update(content=content)
    return former


def restore(former: dict[str, Content], after: dict[str, Content]) -> None:
    """Give drafts their former content; one that was saved since stays as it is."""
    for key, content in former.items():
        Revision.objects.filter(pk=key, content=after.get(key)).update(content=content)


def contents(keys: list[str]) -> dict[str, Content]:
    """Return the present content of drafts by key."""
    return {str(key): content for key, content in Revision.objects.filter(pk__in=keys).values_list("pk", "content")}


def versions(kept: Model, duplicate: Model, own: set[int]) -> Iterator[Revision]:
    """Yield the versions that may name the duplicate, and those with the keys `own`, locked."""
    types = [model for model in apps.get_models() if issubclass(model, RevisionMixin) and _refers(model, type(kept))]
    kinds = ContentType.objects.get_for_models(*types).values()
    has_key = Q(content_type__in=kinds, text__regex=rf"[ \[]{duplicate.pk}[],}}]")
    gone = Q(content_type=ContentType.objects.get_for_model(type(kept)), object_id=str(duplicate.pk))
    found = Revision.objects.annotate(text=Cast("content", TextField())).filter(has_key & ~gone | Q(pk__in=own))
    yield from found.select_related("content_type").select_for_update(of=["self"]).iterator()


def _pending(record: Any) -> QuerySet[Revision]:
    """Return the newest version of a record, and those that are scheduled."""
    if not isinstance(record, RevisionMixin):
        return Revision.objects.none()
    is_pending = Q(pk=record.latest_revision_id) | Q(approved_go_live_at__isnull=False)
    return Revision.objects.for_instance(record).filter(is_pending)


def replaced(content: Content, model: Any, target: type[Model], old: int, new: int) -> Content:
    """Return the content of a draft in which keys of records of the type `target` are changed from `old` to `new`."""
    result = dict(content)
    for field in model._meta.get_fields():
        if not getattr(field, "concrete", False) or field.related_model is not target or field.name not in content:
            continue
        value = content[field.name]
        if isinstance(value, list):
            result[field.name] = list(dict.fromkeys(new if key == old else key for key in value))
        elif value == old:
            result[field.name] = None if content.get("pk") == new and model is target else new
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        if children := content.get(name):
            result[name] = [replaced(child, relation.related_model, target, old, new) for child in children]
    return result


def _refers(model: Any, target: type[Model]) -> bool:
    """Tell whether a type, or its children, have keys or relations to another type."""
    fields = [field for field in model._meta.get_fields() if getattr(field, "concrete", False)]
    children = [relation.related_model for relation in get_all_child_relations(model)]
    return any(field.related_model is target for field in fields) or any(_refers(child, target) for child in children)


def _with_gained(content: Content, model: Any, gained: Gained) -> Content:
    """Return the content of a draft with what its record has gained meanwhile."""
    result = dict(content)
    for name, keys in gained.relations.items():
        result[name] = list(dict.fromkeys([*(content.get(name) or []), *keys]))
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        present = {child.get("pk") for child in content.get(name) or []}
        rows = [row for row in gained.rows if isinstance(row, relation.related_model) and row.pk not in present]
        if rows:
            result[name] = [*(content.get(name) or []), *map(get_serializable_data_for_fields, rows)]
    return result
