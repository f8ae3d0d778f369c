"""Keeps every version that was public, scheduled or handed in; gives public objects without a revision their first one.

An import or load_demo publishes objects without a revision. Wagtail would unpublish such an object as soon as a change
of it is scheduled, and could compare its first draft with nothing.
"""

from typing import TYPE_CHECKING, Any

from django.db import transaction
from wagtail.models import Revision, TaskState

if TYPE_CHECKING:
    from wagtail.models import RevisionMixin as _Base
else:
    _Base = object


class FirstVersionMixin(_Base):
    """Stores the public state as a revision before the first draft is saved. Has to precede Wagtail's RevisionMixin."""

    def save_revision(self, *args: Any, overwrite_revision: Revision | None = None, **kwargs: Any) -> Revision:
        if self.pk and self.live and not self.live_revision_id:
            self._store_public_revision()
        if overwrite_revision and self._is_kept(overwrite_revision):
            overwrite_revision = None  # an automatic save makes a new one
        return super().save_revision(*args, overwrite_revision=overwrite_revision, **kwargs)

    def _is_kept(self, revision: Revision) -> bool:
        """Tell whether a revision is or will be public, or was handed in; it stays as it is then."""
        is_public = revision.pk == self.live_revision_id or revision.approved_go_live_at is not None
        return is_public or TaskState.objects.filter(revision=revision).exists()

    @transaction.atomic
    def _store_public_revision(self) -> None:
        objects = type(self)._base_manager.filter(pk=self.pk, live=True, live_revision=None)
        public = objects.select_for_update(of=["self"]).first()
        if public is not None:
            # Not through this class, which would call this method again.
            revision = super(FirstVersionMixin, public).save_revision(clean=False, changed=False)
            objects.update(live_revision=revision)
            self.live_revision = revision
