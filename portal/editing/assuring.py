""" "Still correct today": said of what is public, whatever is being drafted meanwhile."""

from django.contrib.auth.models import AbstractUser
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from wagtail.log_actions import log
from wagtail.models import Revision

from portal.core import moment
from portal.core.models import Record


@transaction.atomic
def still_correct(model: type[Record], key: int, user: AbstractUser) -> Record:
    """Set the day of checking of a record to today, and who checked to the office that answers for it.

    Nothing of a draft becomes public, and its texts stay as they are. But it takes over the new day, and so does a
    version that is scheduled: published later, they would bring the old one back.
    """
    record = model._default_manager.select_for_update(of=["self"]).get(pk=key)
    record.assured_on = moment.today()
    record.assured_by = getattr(record, "owner_name", "") or record.assured_by
    record.save(update_fields=["assured_on", "assured_by"])
    content_type = ContentType.objects.get_for_model(record)
    ahead = Q(pk=record.latest_revision_id) | Q(approved_go_live_at__isnull=False)
    versions = Revision.objects.filter(ahead, content_type=content_type, object_id=str(record.pk))
    for version in versions.select_for_update():
        content = {**version.content, "assured_on": record.assured_on, "assured_by": record.assured_by}
        Revision.objects.filter(pk=version.pk).update(content=content)
    log(record, "editing.still_correct", user=user)
    return record
