"""What the admin of every record type has in common: reading it in words, and copying it without what is its own."""

from typing import Any

from wagtail.snippets.views.snippets import CopyView

from portal.core.admin.inspecting import RecordInspectView
from portal.core.models.copies import copy_of
from portal.core.rights.guard import GuardedViewSet


class OwnCopyView(CopyView):
    """The form of a new record, filled in with a copy; whoever submits it to this address saves a new record, too."""

    def get_initial_form_instance(self) -> Any:
        record = self.get_object()
        newest = getattr(record, "get_latest_revision_as_object", None)
        return copy_of(newest() if newest else record)


class RecordViewSet(GuardedViewSet):
    inspect_view_class = RecordInspectView
    inspect_template_name = "core/inspect.html"
    copy_view_class = OwnCopyView
