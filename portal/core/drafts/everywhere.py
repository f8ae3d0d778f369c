"""Changes one field of a record in what is public and in what is not yet, without publishing anything else."""

from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Manager, Model, Q
from wagtail.log_actions import log
from wagtail.models import Revision, RevisionMixin

from portal.core.drafts.changes import CHANGES, Snapshot, changes


@transaction.atomic
def change_field(record: Any, name: str, value: Any, user: AbstractUser | AnonymousUser) -> bool:
    """Set a foreign key, or add records to a relation to many; return False where nothing is to be changed.

    The newest draft and scheduled versions get it as well: published later, they would restore the old value. Raises
    ValidationError where the record does not allow the value.
    """
    record = type(record)._base_manager.select_for_update(of=["self"]).get(pk=record.pk)
    before = Snapshot(record)
    _set(record, name, value)
    difference = changes(before, Snapshot(record))
    if not difference:
        return False
    record.full_clean()
    record.save()
    _change_versions(record, name, value)
    log(record, "wagtail.edit", user=user, data={CHANGES: difference})
    return True


def _set(record: Any, name: str, value: Any) -> None:
    if isinstance(getattr(record, name, None), Manager):
        getattr(record, name).add(*value)
    else:
        setattr(record, name, value)


def _change_versions(record: Model, name: str, value: Any) -> None:
    if not isinstance(record, RevisionMixin):
        return
    is_unpublished = Q(pk=record.latest_revision_id) | Q(approved_go_live_at__isnull=False)
    content_type = ContentType.objects.get_for_model(record)
    revisions = Revision.objects.filter(is_unpublished, content_type=content_type, object_id=str(record.pk))
    for revision in revisions.select_for_update():
        content = {**revision.content, name: _stored(revision.content.get(name), value)}
        Revision.objects.filter(pk=revision.pk).update(content=content)


def _stored(present: Any, value: Any) -> Any:
    """Return a value as a version holds it: a key, or the keys that it held and those that are added."""
    if isinstance(value, Model):
        return value.pk
    return list(dict.fromkeys([*(present or []), *(item.pk for item in value)]))
