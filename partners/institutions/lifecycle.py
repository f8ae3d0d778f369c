"""What happens to an institution on a day, and how it is taken back: renamed, merged, split off, closed.

Nothing is moved: agreements stay with the institution that signed them, which points to the one that it became part
of. So a report for an earlier day finds everything as it was then, and undoing restores it exactly.
"""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from partners.institutions import addresses, drafts
from partners.models import EventKind, Institution, InstitutionEvent, InstitutionName, NameKind
from portal.core import formats
from portal.core.bilingual import LANGUAGES
from portal.core.moment import today

NAME_COLUMNS = (
    *("name_de", "name_en", "slug_de", "slug_en", "sort_de", "sort_en"),
    *("abbreviation", "name_original", "original_lang", "name_latin"),
)
ACTION = "partners.event"
UNDONE = "partners.event_undone"


@transaction.atomic
def rename(institution: Institution, on: date, names: dict, user=None, **note) -> InstitutionEvent:
    """Give an institution the columns in `names` (of NAME_COLUMNS) from a day on; the old name still finds it.

    The address follows the name, and the old one leads to it. A draft that waits keeps its other changes.
    """
    institution = _locked(institution)
    _refuse(institution, on)
    if all(getattr(institution, name) == value for name, value in names.items()):
        raise ValidationError(_("This is the name that it has already. Type the new one."))
    known, before = addresses.of(institution), _columns(institution)
    fresh = {f"slug_{code}": "" for code in LANGUAGES if f"name_{code}" in names}
    for column, value in {**fresh, **names}.items():
        setattr(institution, column, value)
    institution.full_clean()
    institution.save()
    former = _keep_former_names(institution, before, on)
    after = {
        "columns": _columns(institution),
        "names": [name.pk for name in former],
        "addresses": dict.fromkeys(map(str, addresses.of(institution) - known)),
    }
    drafts.rename(institution, after["columns"], added=former)
    event = _record(institution, EventKind.RENAMED, on, before=before, after=after, **note)
    _log(event, ACTION, user)
    return event


@transaction.atomic
def merge(institution: Institution, into: Institution, on: date, user=None, **note) -> InstitutionEvent:
    """Let an institution become part of another one from a day on: its page, names and agreements lead there."""
    institution, into = _locked(institution), _locked(into)
    _refuse(institution, on)
    if into == institution or into.successor_id:
        raise ValidationError({"other": _("“%(name)s” has become part of another one.") % {"name": into}})
    inside = [institution, *institution.predecessors.all()]
    before = {"successors": {str(one.pk): one.successor_id for one in inside}}
    after = {"addresses": addresses.lead_to(institution, into)}
    event = _record(institution, EventKind.MERGED, on, other=into, before=before, after=after, **note)
    _set_successors({one.pk: into.pk for one in inside}, into)
    _log(event, ACTION, user)
    return event


@transaction.atomic
def split(institution: Institution, off: Institution, on: date, user=None, **note) -> InstitutionEvent:
    """Say that a part became an institution of its own on a day; nothing else changes."""
    return _only_say(institution, EventKind.SPLIT, on, user, other=off, **note)


@transaction.atomic
def close(institution: Institution, on: date, user=None, **note) -> InstitutionEvent:
    """Say that an institution was closed; `on` is the first day on which it did not exist."""
    return _only_say(institution, EventKind.CLOSED, on, user, **note)


@transaction.atomic
def undo(event: InstitutionEvent, user=None) -> None:
    """Take an event back: afterwards everything that it changed is as it was before. The last one goes first."""
    institution = _locked(event.institution)
    later = institution.events.filter(pk__gt=event.pk).exclude(kind=EventKind.SPLIT).last()
    if later:
        raise ValidationError(_("“%(event)s” was recorded later. Undo that first.") % {"event": later})
    if event.kind == EventKind.RENAMED:
        _undo_rename(event, institution)
    if event.kind == EventKind.MERGED:
        _undo_merge(event, institution)
    _log(event, UNDONE, user)
    event.delete()


def _undo_rename(event, institution):
    changed = [name for name, value in event.after["columns"].items() if getattr(institution, name) != value]
    if changed:
        labels = ", ".join(str(Institution._meta.get_field(name).verbose_name) for name in changed)
        raise ValidationError(_("Changed since, and therefore not undone: %(fields)s.") % {"fields": labels})
    InstitutionName.objects.filter(pk__in=event.after["names"]).delete()
    known = addresses.of(institution)
    for name, value in event.before.items():
        setattr(institution, name, value)
    institution.save()
    drafts.rename(institution, event.before, removed=event.after["names"])
    made_by_undoing = dict.fromkeys(addresses.of(institution) - known)
    addresses.give_back({**event.after["addresses"], **made_by_undoing})


def _undo_merge(event, institution):
    if institution.successor_id != event.other_id:
        raise ValidationError(_("“%(name)s” has become part of another one. Undo that first.") % {"name": event.other})
    _set_successors({int(key): before for key, before in event.before["successors"].items()}, event.other)
    addresses.give_back(event.after["addresses"])


def _set_successors(successors: dict[int, int | None], other: Institution):
    """Save each, so that search and sitemap hear of it; the other one, too, which is now found by other names."""
    for institution in Institution.objects.filter(pk__in=successors):
        institution.successor_id = successors[institution.pk]
        institution.save(update_fields=["successor"])
    other.save(update_fields=["successor"])


def _only_say(institution, kind, on, user, **columns) -> InstitutionEvent:
    institution = _locked(institution)
    _refuse(institution, on)
    event = _record(institution, kind, on, **columns)
    _log(event, ACTION, user)
    return event


def _locked(institution: Institution) -> Institution:
    return Institution.objects.select_for_update(of=["self"]).get(pk=institution.pk)


def _refuse(institution: Institution, on: date):
    """Events are recorded once they have happened: a name that is not valid yet would be shown too early."""
    if on > today():
        message = _("%(day)s lies ahead. Record it on that day, or correct the date.")
        raise ValidationError({"on": ValidationError(message, params={"day": formats.day(on)})})
    if institution.successor_id:
        raise ValidationError(_("It has become part of “%(name)s”.") % {"name": institution.successor})
    last = institution.events.exclude(kind=EventKind.SPLIT).last()
    if last and last.on > on:
        message = _("%(day)s lies before “%(event)s”, which was recorded already. Undo that first.")
        raise ValidationError({"on": ValidationError(message, params={"day": formats.day(on), "event": last})})


def _columns(institution: Institution) -> dict:
    return {name: getattr(institution, name) for name in NAME_COLUMNS}


def _record(institution, kind, on, **columns) -> InstitutionEvent:
    event = InstitutionEvent(institution=institution, kind=kind, on=on, **columns)
    event.full_clean()
    event.save()
    return event


def _keep_former_names(institution: Institution, before: dict, on: date) -> list[InstitutionName]:
    """Keep what it was called, so that search and lists find it."""
    last_day = (on - timedelta(days=1)).isoformat()
    values = {before["name_de"]: "de", before["name_en"]: "en", before["name_original"]: before["original_lang"]}
    present = {institution.name_de, institution.name_en, institution.name_original, ""}
    kept = {value: language for value, language in values.items() if value not in present}
    columns = {"institution": institution, "kind": NameKind.FORMER, "valid_to": last_day}
    start = InstitutionName.objects.filter(institution=institution).count()
    return [
        InstitutionName.objects.create(value=value, language=language, sort_order=start + at, **columns)
        for at, (value, language) in enumerate(kept.items())
    ]


def _log(event: InstitutionEvent, action: str, user):
    other = str(event.other) if event.other_id else ""
    data = {"kind": event.kind, "on": event.on.isoformat(), "other": other, "before": event.before.get("name_de", "")}
    log(event.institution, action, user=user, data=data)
