"""The steps of an agreement in the log: what each replaced, and which one can still be taken back.

A step can be taken back until somebody saves the agreement again: `version` in its entry is that of the agreement after
the step. No entry holds the name of a person.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db.models import CharField, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast, JSONObject
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from partners.models import Agreement

SUBMITTED = "agreements.submitted"
RETURNED = "agreements.returned"
RENEWED = "agreements.renewed"
SIGNED = "agreements.signed"
TERMINATED = "agreements.terminated"
CONFIRMED = "agreements.confirmed"
UNDONE = "agreements.undone"
STEPS = (SUBMITTED, RETURNED, RENEWED, SIGNED, TERMINATED, CONFIRMED)

User = AbstractUser | AnonymousUser


def locked(agreement: Agreement) -> Agreement:
    """Return the agreement as stored, locked; raises a ValidationError if somebody has saved it meanwhile."""
    stored = Agreement.objects.select_for_update(of=["self"]).get(pk=agreement.pk)
    if stored.version != agreement.version:
        raise ValidationError(_("Somebody else has saved this agreement meanwhile. Look at it, and try again."))
    return stored


def values_of(record: Model, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(record, name) for name in names}


def change(record: Model, values: dict[str, Any]) -> dict[str, Any]:
    """Set fields of a record in memory and return what they held."""
    before = values_of(record, values)
    for name, value in values.items():
        setattr(record, name, value)
    return before


def save_step(stored: Agreement, action: str, user: User, values: dict[str, Any], **more: Any) -> None:
    """Set fields of a locked agreement, validate, save and log it; raises a ValidationError where that is refused."""
    before = change(stored, values)
    stored.clean()
    stored.save()
    log(stored, action, user=user, data={"before": before, "version": stored.version, **more})


def last_step(agreement: Agreement) -> ModelLogEntry | None:
    """Return the step that can be taken back, or None if it was, or if the agreement was saved since."""
    entries = ModelLogEntry.objects.for_instance(agreement).filter(action__in=[*STEPS, UNDONE])
    entry = entries.order_by("-timestamp", "-pk").first()
    return entry if entry and can_be_undone(agreement, entry.action, entry.data.get("version")) else None


def can_be_undone(agreement: Agreement, action: str, version: int | None) -> bool:
    """Tell whether the newest step of an agreement, with the version after it, can be taken back."""
    return action != UNDONE and version == agreement.version


def with_newest_step(agreements: QuerySet[Agreement]) -> QuerySet[Any]:
    """Annotate `newest_step`: {"action": …, "version": …} of the newest step, or None; for `can_be_undone`."""
    kind, key = ContentType.objects.get_for_model(Agreement), Cast(OuterRef("pk"), CharField())
    entries = ModelLogEntry.objects.filter(content_type=kind, object_id=key, action__in=[*STEPS, UNDONE])
    newest = entries.order_by("-timestamp", "-pk").values(row=JSONObject(action="action", version="data__version"))
    return agreements.annotate(newest_step=Subquery(newest[:1]))
