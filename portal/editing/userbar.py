"""The item of Wagtail's bar on public pages that opens the form of the record that a page shows."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.userbar import BaseItem

from portal.core.models import Record
from portal.core.rights import scope


class EditRecordItem(BaseItem):
    """Opens the form of a record. It is left out in previews, and for users who may not change the record."""

    template_name = "editing/userbar_item.html"

    def __init__(self, record: Record) -> None:
        self.record = record

    def render_html(self, parent_context: Any = None) -> str:
        request = parent_context["request"]
        is_shown = not getattr(request, "is_preview", False) and scope.may_change(request.user, self.record)
        return super().render_html(parent_context) if is_shown else ""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        edit_url = scope.edit_url(type(self.record), self.record.pk)
        return {
            **super().get_context_data(parent_context),
            "edit_url": edit_url,
            "type": self.record._meta.verbose_name,
        }


def add_record_item(request: HttpRequest, items: list, page: Any) -> None:
    """Put the item of the record after the link to the start page; `page` is a page or a record."""
    record = page if isinstance(page, Record) else getattr(page, "shown_record", None)
    if record is not None:
        items.insert(1, EditRecordItem(record))
