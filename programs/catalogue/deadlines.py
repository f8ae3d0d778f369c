"""Changing the first and last days of applying apart from the form, and taking that back.

Whoever may publish changes what is public at once, and the same days in a draft that lies on it; whoever may not
changes the draft and submits it. Each change is a version, so that an open form notices it.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, Workflow

from portal.core.rights.scope import policy_of
from programs.models import EnrolmentPeriod, Program

CHANGED = "programs.deadlines"
UNDONE = "programs.deadlines_undone"
NEW = 0  # the key of a period that is added

Days = tuple[date | None, date | None]  # of opening and of closing
User = AbstractUser | AnonymousUser


def may_publish(user: User, program: Program) -> bool:
    return policy_of(Program).user_has_permission_for_instance(user, "publish", program)


def workflow_for(program: Program, user: User) -> Workflow | None:
    """Return the approval that a change of the user takes, or None."""
    return None if may_publish(user, program) else program.get_workflow()


def obstacle(program: Program, user: User) -> str:
    """Return why the days cannot be changed at the moment; empty if they can."""
    lock = program.get_lock()
    if program.workflow_in_progress:
        return _("A version of this programme waits for approval. Decide on it first, or change it in the form.")
    if lock and lock.for_user(user):
        return _("This programme is locked. Ask whoever locked it.")
    if program.scheduled_revision:
        return _("A version of this programme is scheduled. Change the dates in the form, so that it keeps them.")
    return ""


def edited_version(program: Program, user: User) -> Program:
    """Return the version whose days a user changes: what is public, or the newest draft."""
    if program.live and may_publish(user, program):
        return Program.objects.get(pk=program.pk)
    return program.get_latest_revision_as_object()


@transaction.atomic
def change_days(program: Program, user: User, days: Mapping[int, Days | None], action: str = CHANGED) -> None:
    """Change the days of some periods, by key; None removes one. Raises a ValidationError where that is refused."""
    stored = Program.objects.select_for_update(of=["self"]).get(pk=program.pk)
    version = edited_version(stored, user)
    before = days_of(version)
    draft = stored.get_latest_revision_as_object() if _has_draft(stored) else None
    set_days(version, days)
    revision = version.save_revision(user=user)
    if stored.live and may_publish(user, stored):
        revision.publish(user=user)
        if draft:
            _change_draft(draft, days, {*days_of(Program.objects.get(pk=stored.pk))} - {*before})
    elif workflow := workflow_for(stored, user):
        workflow.start(version, user)
    _log(stored, user, action, before, days_of(edited_version(Program.objects.get(pk=stored.pk), user)))


def set_days(program: Program, days: Mapping[int, Days | None], new_key: int | None = None) -> None:
    """Change the days of periods in memory; the key NEW adds one, which gets `new_key`."""
    periods = [period for period in program.enrolment_periods.all() if days.get(period.pk, ()) is not None]
    for period in periods:
        period.opens_on, period.closes_on = days.get(period.pk) or (period.opens_on, period.closes_on)
    if added := days.get(NEW):
        periods.append(EnrolmentPeriod(pk=new_key, opens_on=added[0], closes_on=added[1], sort_order=len(periods)))
    program.enrolment_periods.set(periods)


def days_of(program: Program) -> dict[int, Days]:
    """Return the days of the periods by their keys."""
    return {period.pk: (period.opens_on, period.closes_on) for period in program.enrolment_periods.all()}


def last_change(program: Program, user: User) -> ModelLogEntry | None:
    """Return the change that can be taken back, or None if it was, or if the days were changed since."""
    entries = ModelLogEntry.objects.for_instance(program).filter(action__in=[CHANGED, UNDONE])
    entry = entries.order_by("-timestamp", "-pk").first()
    if entry is None or entry.action == UNDONE:
        return None
    return entry if _plain(days_of(edited_version(program, user))) == entry.data["after"] else None


def earlier_days(entry: ModelLogEntry) -> dict[int, Days | None]:
    """Return the days that take a change back, None for what it added."""
    before, after = entry.data["before"], entry.data["after"]
    return {int(key): _read(before[key]) if key in before else None for key in after}


def undo(program: Program, user: User) -> None:
    """Take the last change back; raises a ValidationError if there is none."""
    entry = last_change(program, user)
    if entry is None:
        raise ValidationError(_("There is nothing to take back: the dates were changed since."))
    change_days(program, user, earlier_days(entry), UNDONE)


def _has_draft(program: Program) -> bool:
    return bool(program.has_unpublished_changes and program.latest_revision_id)


def _change_draft(draft: Program, days: Mapping[int, Days | None], new_keys: set[int]) -> None:
    """Make the same change in a draft, which stays that of its author."""
    author = draft.latest_revision.user if draft.latest_revision else None
    set_days(draft, days, next(iter(new_keys), None))
    draft.save_revision(user=author, clean=False)


def _log(program: Program, user: User, action: str, before: dict[int, Days], after: dict[int, Days]) -> None:
    log(program, action, user=user, data={"before": _plain(before), "after": _plain(after)})


def _plain(days: dict[int, Days]) -> dict[str, Any]:
    return {str(key): [day.isoformat() if day else None for day in pair] for key, pair in days.items()}


def _read(pair: list[str | None]) -> Days:
    opens_on, closes_on = (date.fromisoformat(day) if day else None for day in pair)
    return opens_on, closes_on
