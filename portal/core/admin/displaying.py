"""Values of records in words, as staff read them."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Model
from django.db.models.fields.files import FieldFile
from django.template.defaultfilters import capfirst, yesno
from django.utils.html import format_html
from modelcluster.fields import ParentalKey

from portal.core.language import formats

NOTHING = "–"


def is_shown(field: Any) -> bool:
    """Tell whether staff can write the field, or want to know it: whether the record is public."""
    if isinstance(field, ParentalKey):
        return False  # of a child: it names the record itself
    return field.name == "live" or (field.editable and not field.primary_key)


def labels_of(field: Any) -> dict[Any, Any]:
    """Return the labels of the values that a list of choices may hold; empty for other fields."""
    return dict(getattr(getattr(field, "base_field", None), "choices", None) or ())


def display(record: Model, field: Any) -> Any:
    """Return the value of a field that is no relation, in words."""
    chosen = getattr(record, f"get_{field.name}_display", None)
    return in_words(chosen() if chosen else getattr(record, field.name), labels_of(field))


def in_words(value: Any, labels: Mapping[Any, Any]) -> Any:
    """Return a value as staff read it; `labels` are those of the values of a list."""
    if value in (None, "", "-", []):
        return NOTHING
    if isinstance(value, bool):
        return capfirst(str(yesno(value)))
    if isinstance(value, date):
        return formats.moment(value) if isinstance(value, datetime) else formats.day(value)
    if isinstance(value, list):
        return ", ".join(str(labels.get(item, item)) for item in value)
    return file_link(value) if isinstance(value, FieldFile) else value


def file_link(file: FieldFile) -> str:
    """Return a link to a file, with the name under which it was uploaded and its size; the words alone without one."""
    name = getattr(file.instance, "file_name", "") or (file.name or "").rpartition("/")[2]
    size = f" ({formats.file_size(file.size)})" if file.name and file.storage.exists(file.name) else ""
    return format_html('<a href="{}">{}</a>{}', file.url, name, size)
