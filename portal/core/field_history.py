"""What was changed in a record that keeps no versions: field by field, what stood there and what stands there now.

It is written into Wagtail's own entry in the history. A model with `is_personal = True` keeps the names of the fields
alone: what was removed about a person must not live on there.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import FieldDoesNotExist
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.fields import RichTextField
from wagtail.models import ModelLogEntry, RevisionMixin

from portal.core import formats

KEY = "fields"  # of a log entry's data


@dataclass(frozen=True)
class FieldChange:
    """One changed field for a reader. `before` and `after` are empty where there was nothing, or nothing is kept."""

    label: str
    before: str = ""
    after: str = ""
    has_values: bool = True


def is_kept_for(model) -> bool:
    """Tell whether changes are noted: a model with revisions has them to be compared."""
    return not issubclass(model, RevisionMixin)


def snapshot(record, names) -> dict[str, object]:
    """Return the values of these fields as they can be stored; related objects by what they are called."""
    return {name: _stored(record, name) for name in names if _field(type(record), name)}


def note(record, before: dict[str, object]):
    """Write into the newest entry about `record` what is no longer as in `before`."""
    after = snapshot(record, before)
    changed = [name for name in before if before[name] != after[name]]
    entry = ModelLogEntry.objects.for_instance(record).order_by("-pk").first()
    if not changed or entry is None:
        return
    with_values = not getattr(record, "is_personal", False)
    values = {"before": before, "after": after} if with_values else {}
    fields = [{"name": name, **{when: found[name] for when, found in values.items()}} for name in changed]
    entry.data = {**(entry.data or {}), KEY: fields}
    entry.save(update_fields=["data"])


def changes(model, entry) -> list[FieldChange]:
    """Return what an entry in the history says, in the reader's language; a field that is gone keeps its bare name."""
    return [_change(model, saved) for saved in (entry.data or {}).get(KEY, [])]


def written(field, value) -> str:
    """Return a value as people write it; nothing for no value."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        choices = dict(getattr(getattr(field, "base_field", None), "flatchoices", []))
        return ", ".join(str(choices.get(item, item)) for item in value)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return formats.moment(value)
    if isinstance(value, date):
        return formats.day(value)
    text = str(dict(getattr(field, "flatchoices", [])).get(value, value))
    return " ".join(strip_tags(text).split()) if isinstance(field, RichTextField) else text


def _change(model, saved: dict) -> FieldChange:
    field = _field(model, saved["name"])
    label = capfirst(str(getattr(field, "verbose_name", saved["name"])))
    if "after" not in saved:
        return FieldChange(label, has_values=False)
    return FieldChange(label, *(written(field, _restored(field, saved[when])) for when in ("before", "after")))


def _stored(record, name: str):
    field = record._meta.get_field(name)
    if field.many_to_many:
        return sorted(str(related) for related in getattr(record, name).all())
    if field.is_relation:
        related = getattr(record, name)
        return None if related is None else str(related)
    return field.value_from_object(record)


def _restored(field, value):
    """Return a value as it was before it became JSON."""
    return value if field is None or field.is_relation or isinstance(value, list) else field.to_python(value)


def _field(model, name: str):
    """Return a field that a form edits, or None."""
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return None if field.auto_created else field
