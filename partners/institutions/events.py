"""Storing events of institutions: what recording and undoing them have in common."""

from datetime import date
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from partners.models import EventKind, Institution, InstitutionEvent
from portal.accounts.models import User
from portal.core.language import formats
from portal.core.time.moment import today

# Actions of Wagtail's log.
RECORDED = "partners.event"
UNDONE = "partners.event_undone"


def lock(institution: Institution) -> Institution:
    """Return the institution as it is stored, locked until the end of the transaction."""
    return Institution.objects.select_for_update(of=["self"]).get(pk=institution.pk)


def validate(institution: Institution, on: date) -> None:
    """Raise a ValidationError for a future day, a merged institution, or a day before the last event.

    Future events are refused because a new name would be shown too early.
    """
    if on > today():
        message = _("%(day)s lies ahead. Record it on that day, or correct the date.")
        raise ValidationError({"on": ValidationError(message, params={"day": formats.day(on)})})
    if institution.successor_id:
        raise ValidationError(_("It has become part of “%(name)s”.") % {"name": institution.successor})
    last = institution.events.exclude(kind=EventKind.SPLIT).last()
    if last and last.on > on:
        message = _("%(day)s lies before “%(event)s”, which was recorded already. Undo that first.")
        raise ValidationError({"on": ValidationError(message, params={"day": formats.day(on), "event": last})})


def record(institution: Institution, kind: EventKind, on: date, **columns: Any) -> InstitutionEvent:
    """Create an event, or raise a ValidationError."""
    event = InstitutionEvent(institution=institution, kind=kind, on=on, **columns)
    event.full_clean()
    event.save()
    return event


def record_only(
    institution: Institution, kind: EventKind, on: date, user: User | None, **columns: Any
) -> InstitutionEvent:
    """Create an event that changes nothing else, and log it. Raises a ValidationError if the day is refused."""
    institution = lock(institution)
    validate(institution, on)
    event = record(institution, kind, on, **columns)
    log_event(event, RECORDED, user)
    return event


def log_event(event: InstitutionEvent, action: str, user: User | AnonymousUser | None) -> None:
    """Add an entry to the history of the institution; `action` is RECORDED or UNDONE."""
    other = str(event.other) if event.other_id else ""
    data = {"kind": event.kind, "on": event.on.isoformat(), "other": other, "before": event.before.get("name_de", "")}
    log(event.institution, action, user=user, data=data)
