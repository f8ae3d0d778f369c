"""The page with all fields of a record, for staff who may read but not edit it."""

from typing import Any

from django.db.models import Field
from wagtail.fields import RichTextField
from wagtail.rich_text import RichText

from portal.core.admin.child_tables import child_tables
from portal.core.admin.displaying import NOTHING, in_words, is_shown, labels_of
from portal.core.rights.guard import NarrowedInspectView


class RecordInspectView(NarrowedInspectView):
    """Shows what the form of a record asks for, in words, children included; Wagtail's shows every column as it is."""

    def get_fields(self) -> list[str]:
        return [name for name in super().get_fields() if is_shown(self.model._meta.get_field(name))]

    def get_edit_url(self) -> str | None:
        return super().get_edit_url() if self._may("change") else None

    def get_delete_url(self) -> str | None:
        return super().get_delete_url() if self._may("delete") else None

    def get_field_display_value(self, field_name: str, field: Field | None) -> Any:
        if getattr(self.object, field_name) is None:  # which Wagtail's way to show a picture or document would hide
            return NOTHING
        value = super().get_field_display_value(field_name, field)
        if value and isinstance(field, RichTextField):
            return RichText(value)
        return in_words(value, labels_of(field))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "tables": child_tables(self.object, self.request.user)}

    def _may(self, action: str) -> bool:
        """Tell whether the user may do something with this very record, and not only with others of its type."""
        return self.permission_policy.user_has_permission_for_instance(self.request.user, action, self.object)
