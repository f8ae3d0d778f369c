"""The page with all fields of a record, for staff who may read but not edit it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Field
from django.template.defaultfilters import capfirst, yesno
from wagtail.fields import RichTextField
from wagtail.rich_text import RichText

from portal.core.language import formats
from portal.core.rights.guard import NarrowedInspectView

NOTHING = "–"


class RecordInspectView(NarrowedInspectView):
    """Shows what the form of a record asks for, in words; Wagtail's shows every column, with True and None."""

    def get_fields(self) -> list[str]:
        return [name for name in super().get_fields() if is_shown(self.model._meta.get_field(name))]

    def get_field_display_value(self, field_name: str, field: Field | None) -> Any:
        if getattr(self.object, field_name) is None:  # which Wagtail's way to show a picture or document would hide
            return NOTHING
        value = super().get_field_display_value(field_name, field)
        if value and isinstance(field, RichTextField):
            return RichText(value)
        items = getattr(field, "base_field", None)  # of a list
        return in_words(value, dict(getattr(items, "choices", None) or ()))


def is_shown(field: Field) -> bool:
    """Tell whether staff can write the field, or want to know it: whether the record is public."""
    return field.name == "live" or (field.editable and not field.primary_key)


def in_words(value: Any, labels: Mapping[Any, Any]) -> Any:
    """Return a value as staff read it; `labels` are those of the values of a list."""
    if value in (None, "", "-", []):
        return NOTHING
    if isinstance(value, bool):
        return capfirst(str(yesno(value)))
    if isinstance(value, datetime):
        return formats.moment(value)
    if isinstance(value, date):
        return formats.day(value)
    if isinstance(value, list):
        return ", ".join(str(labels.get(item, item)) for item in value)
    return value
