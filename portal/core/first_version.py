"""What was made without an editor, by an import or by load_demo, is public without a version in its history.

Wagtail would then take it off the site as soon as somebody schedules a change of it, and could compare the first draft
with nothing. So before the first draft is kept, what is public becomes a version.
"""

from typing import Any

from django.db import transaction
from wagtail.models import Revision


class FirstVersionMixin:
    """Stands before Wagtail's class that saves revisions."""

    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        if self.pk and self.live and not self.live_revision_id:
            self._keep_what_is_public()
        return super().save_revision(*args, **kwargs)

    @transaction.atomic
    def _keep_what_is_public(self) -> None:
        objects = type(self)._base_manager.filter(pk=self.pk, live=True, live_revision=None)
        public = objects.select_for_update(of=["self"]).first()
        if public is not None:
            # Not through this class, which would do the same again.
            revision = super(FirstVersionMixin, public).save_revision(clean=False, changed=False)
            objects.update(live_revision=revision)
            self.live_revision = revision
