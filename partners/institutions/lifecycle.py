"""Recording that an institution was renamed, merged, split or closed on a day, and undoing it.

Agreements are not moved: they stay with the institution that signed them, whose `successor` is the one that it was
merged into. A report for an earlier day therefore counts everything as it was then, and undoing restores it exactly.
"""

from datetime import date, timedelta
from typing import Any, cast

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Field
from django.utils.translation import gettext as _

from partners.institutions import drafts, events
from partners.models import EventKind, Institution, InstitutionEvent, InstitutionName, NameKind
from portal.accounts.models import User
from portal.core.addressing import former as addresses
from portal.core.language.bilingual import LANGUAGES

NAME_COLUMNS = (
    *("name_de", "name_en", "slug_de", "slug_en", "sort_de", "sort_en"),
    *("abbreviation", "name_original", "original_lang", "name_latin"),
)


@transaction.atomic
def rename(
    institution: Institution, on: date, names: dict[str, str], user: User | None = None, **note: str
) -> InstitutionEvent:
    """Record a new name from a day on: `names` holds values for NAME_COLUMNS. Return the event.

    The address is made from the new name, and the former one redirects to it. The former name is kept as a further
    name. Pending drafts get the new name and keep their other changes. `note` is `note_de` and `note_en`.
    Raises a ValidationError if the day or the name is refused.
    """
    institution = events.lock(institution)
    events.validate(institution, on)
    if all(getattr(institution, name) == value for name, value in names.items()):
        raise ValidationError(_("This is the name that it has already. Type the new one."))
    former_keys, before = addresses.former_keys(institution), _columns(institution)
    _save_names(institution, names)
    former_names = _keep_former_names(institution, before, on)
    after: dict[str, Any] = {
        "columns": _columns(institution),
        "names": [name.pk for name in former_names],
        "addresses": dict.fromkeys(map(str, addresses.former_keys(institution) - former_keys)),
    }
    drafts.rename(institution, after["columns"], added=former_names)
    event = events.record(institution, EventKind.RENAMED, on, before=before, after=after, **note)
    events.log_event(event, events.RECORDED, user)
    return event


@transaction.atomic
def merge(
    institution: Institution, into: Institution, on: date, user: User | None = None, **note: str
) -> InstitutionEvent:
    """Record that an institution became part of another one on a day. Return the event.

    Its addresses redirect to the other one, which from then on has its names and agreements as well.
    Raises a ValidationError if the day or the other institution is refused.
    """
    institution, into = events.lock(institution), events.lock(into)
    events.validate(institution, on)
    if into == institution or into.successor_id:
        raise ValidationError({"other": _("“%(name)s” has become part of another one.") % {"name": into}})
    merged = [institution, *institution.predecessors.all()]
    before = {"successors": {str(member.pk): member.successor_id for member in merged}}
    after = {"addresses": addresses.redirect(institution, into)}
    event = events.record(institution, EventKind.MERGED, on, other=into, before=before, after=after, **note)
    _set_successors({member.pk: into.pk for member in merged}, into)
    events.log_event(event, events.RECORDED, user)
    return event


@transaction.atomic
def split(
    institution: Institution, part: Institution, on: date, user: User | None = None, **note: str
) -> InstitutionEvent:
    """Record that a part became an institution of its own on a day; nothing else changes. Return the event."""
    return events.record_only(institution, EventKind.SPLIT, on, user, other=part, **note)


@transaction.atomic
def close(institution: Institution, on: date, user: User | None = None, **note: str) -> InstitutionEvent:
    """Record that an institution was closed; `on` is the first day on which it did not exist. Return the event."""
    return events.record_only(institution, EventKind.CLOSED, on, user, **note)


@transaction.atomic
def undo(event: InstitutionEvent, user: User | AnonymousUser | None = None) -> None:
    """Delete an event and restore everything that it changed.

    Raises a ValidationError if a later event must be undone first, or if the names were edited since.
    """
    institution = events.lock(event.institution)
    later = institution.events.filter(pk__gt=event.pk).exclude(kind=EventKind.SPLIT).last()
    if later:
        raise ValidationError(_("“%(event)s” was recorded later. Undo that first.") % {"event": later})
    if event.kind == EventKind.RENAMED:
        _undo_rename(event, institution)
    if event.kind == EventKind.MERGED:
        _undo_merge(event, institution)
    events.log_event(event, events.UNDONE, user)
    event.delete()


def _save_names(institution: Institution, names: dict[str, str]) -> None:
    """Save the names; emptied slugs are then made from them."""
    emptied_slugs = {f"slug_{code}": "" for code in LANGUAGES if f"name_{code}" in names}
    for column, value in {**emptied_slugs, **names}.items():
        setattr(institution, column, value)
    institution.full_clean()
    institution.save()


def _undo_rename(event: InstitutionEvent, institution: Institution) -> None:
    changed = [name for name, value in event.after["columns"].items() if getattr(institution, name) != value]
    if changed:
        labels = ", ".join(str(cast(Field, Institution._meta.get_field(name)).verbose_name) for name in changed)
        raise ValidationError(_("Changed since, and therefore not undone: %(fields)s.") % {"fields": labels})
    InstitutionName.objects.filter(pk__in=event.after["names"]).delete()
    former_keys = addresses.former_keys(institution)
    for name, value in event.before.items():
        setattr(institution, name, value)
    institution.save()
    drafts.rename(institution, event.before, removed=event.after["names"])
    added_by_undoing: dict[str | int, int | None] = dict.fromkeys(addresses.former_keys(institution) - former_keys)
    addresses.restore({**event.after["addresses"], **added_by_undoing})


def _undo_merge(event: InstitutionEvent, institution: Institution) -> None:
    if institution.successor_id != event.other_id or event.other is None:
        raise ValidationError(_("“%(name)s” has become part of another one. Undo that first.") % {"name": event.other})
    _set_successors({int(key): successor for key, successor in event.before["successors"].items()}, event.other)
    addresses.restore(event.after["addresses"])


def _set_successors(successors: dict[int, int | None], other: Institution) -> None:
    """Save the institutions one by one, so that signals update the search; the other one has gained or lost names."""
    for institution in Institution.objects.filter(pk__in=successors):
        institution.successor_id = successors[institution.pk]
        institution.save(update_fields=["successor"])
    other.save(update_fields=["successor"])


def _columns(institution: Institution) -> dict[str, str]:
    return {name: getattr(institution, name) for name in NAME_COLUMNS}


def _keep_former_names(institution: Institution, before: dict, on: date) -> list[InstitutionName]:
    """Create further names for those that are not in use any more, so that lists and the search find them."""
    last_day = (on - timedelta(days=1)).isoformat()
    values = {before["name_de"]: "de", before["name_en"]: "en", before["name_original"]: before["original_lang"]}
    present = {institution.name_de, institution.name_en, institution.name_original, ""}
    former = {value: language for value, language in values.items() if value not in present}
    columns = {"institution": institution, "kind": NameKind.FORMER, "valid_to": last_day}
    start = InstitutionName.objects.filter(institution=institution).count()
    return [
        InstitutionName.objects.create(value=value, language=language, sort_order=start + at, **columns)
        for at, (value, language) in enumerate(former.items())
    ]
