"""Taking back the last step of an agreement."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from partners.agreements import step_log
from partners.agreements.step_log import User
from partners.models import Agreement, AgreementDocument, Party, Stage


@transaction.atomic
def undo(agreement: Agreement, user: User) -> None:
    """Take the last step back; raises a ValidationError if the agreement, or its successor, was saved since."""
    stored = step_log.locked(agreement)
    entry = step_log.last_step(stored)
    if entry is None:
        raise ValidationError(_("There is nothing to take back: the agreement was saved since."))
    if entry.action == step_log.RENEWED:
        _delete_untouched(successor_of(entry))
    else:
        _restore(stored, entry.data)
    log(stored, step_log.UNDONE, user=user, data={"step": entry.action})


def before(agreement: Agreement, entry: ModelLogEntry) -> Agreement:
    """Return the agreement, changed in memory, as it was before a step."""
    _set(agreement, entry.data.get("before", {}))
    return agreement


def successor_of(entry: ModelLogEntry) -> Agreement | None:
    """Return the draft that a renewal made, while it exists."""
    return Agreement.objects.filter(public_id=entry.data["successor"]).first()


def _delete_untouched(successor: Agreement | None) -> None:
    """Delete the draft that a renewal made; raises a ValidationError if somebody has worked on it."""
    if successor is None:
        return
    if successor.version != 1 or successor.stage != Stage.DRAFT:
        message = _("Somebody has worked on the new agreement since. If it is not wanted, delete it there.")
        raise ValidationError(message)
    successor.delete()


def _restore(stored: Agreement, data: dict[str, Any]) -> None:
    parties = data.get("parties", {})
    for party in Party.objects.filter(agreement=stored, pk__in=parties):
        _set(party, parties[str(party.pk)])
        party.save()
    if public_id := data.get("document"):
        AgreementDocument.objects.filter(agreement=stored, public_id=public_id).delete()
    _set(stored, data["before"])
    stored.save()


def _set(record: Any, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(record, name, record._meta.get_field(name).to_python(value))
