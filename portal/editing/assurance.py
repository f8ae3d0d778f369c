"""Marks a public record as checked today, without publishing its draft."""

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from wagtail.log_actions import log
from wagtail.models import Revision

from portal.core.models import Record
from portal.core.time import moment


@transaction.atomic
def mark_as_checked(model: type[Record], key: int, user: AbstractUser | AnonymousUser) -> Record:
    """Set the day of the check to today, and the office that checked to the owner of the record; return the record.

    The draft and the scheduled revisions get the new day as well: published later, they would restore the old one. They
    do not change otherwise.
    """
    record = model._default_manager.select_for_update(of=["self"]).get(pk=key)
    record.assured_on = moment.today()
    record.assured_by = getattr(record, "owner_name", "") or record.assured_by
    record.save(update_fields=["assured_on", "assured_by"])
    content_type = ContentType.objects.get_for_model(record)
    is_unpublished = Q(pk=record.latest_revision_id) | Q(approved_go_live_at__isnull=False)
    revisions = Revision.objects.filter(is_unpublished, content_type=content_type, object_id=str(record.pk))
    for revision in revisions.select_for_update():
        content = {**revision.content, "assured_on": record.assured_on, "assured_by": record.assured_by}
        Revision.objects.filter(pk=revision.pk).update(content=content)
    log(record, "editing.still_correct", user=user)
    return record
