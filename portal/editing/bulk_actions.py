"""Publishing several records at once, and marking them as checked."""

from typing import Any

from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _

from portal.core.admin.bulk import RecordBulkAction
from portal.core.models import Record
from portal.core.rights.scope import record_types
from portal.editing.assurance import mark_as_checked


class OfRecords(RecordBulkAction):
    @classproperty
    def models(cls) -> list[type[Record]]:  # noqa: N805 (of a class)
        return record_types()


class PublishAction(OfRecords):
    """Publishes the newest draft of each record that has one, or plans it for the moment that the draft names."""

    display_name = _("Publish")
    aria_label = _("Publish the selected records")
    action_type = "publish"
    action_priority = 10
    needs = "publish"
    question = _("Their newest drafts become public. What has no draft stays as it is.")

    def change(self, record: Any) -> bool:
        if record.live and not record.has_unpublished_changes:
            return False
        record.get_latest_revision_as_object().full_clean()  # a draft may be incomplete
        revision = record.latest_revision or record.save_revision(user=self.request.user)
        revision.publish(user=self.request.user)
        return True


class CheckedAction(OfRecords):
    """Says of each record that it is still correct today."""

    display_name = _("Mark as checked")
    aria_label = _("Mark the selected records as checked")
    action_type = "checked"
    action_priority = 15
    question = _("They are called checked as of today. Nothing else is published.")

    def change(self, record: Any) -> bool:
        mark_as_checked(type(record), record.pk, self.request.user)
        return True
