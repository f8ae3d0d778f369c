"""Reminders go out once each, however often and however late the command runs.

Of the days on which somebody is to be reminded, only the last one reached counts: after an outage there is one mail,
which says "overdue", and not one for each day that was missed. What a mail says is remembered in the transaction in
which it is handed to the mail server: when that fails, it was not sent, and the next run tries again.
"""

import logging
from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext, override

from portal.accounts.groups import ADMINISTRATOR
from portal.core import locks
from portal.core.moment import today
from portal.reminders.models import SentReminder
from portal.reminders.registry import Due, Kind, kinds

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Recipients:
    """Who gets one mail, and in which language: that of the one person, or that of the house for several."""

    addresses: tuple[str, ...]
    language: str = settings.LANGUAGE_CODE


@dataclass(frozen=True)
class Reminder:
    """One thing that somebody is told, and which of its days has been reached."""

    kind: Kind
    due: Due
    step: int

    @property
    def is_overdue(self) -> bool:
        """Tell whether it should have been said on an earlier day."""
        return self.kind.day_of(self.due.on, self.step) < today()

    @property
    def days_left(self) -> int:
        return (self.due.on - today()).days


def send_reminders() -> int:
    """Send what is due and return how many mails that were. A second run at the same time finds nothing left: it waits
    for the first one."""
    with locks.held(locks.REMINDERS):
        waiting = defaultdict(list)
        for kind in kinds():
            for reminder in _due(kind):
                waiting[_recipients(reminder)].append(reminder)
        return sum(_send(to, reminders) for to, reminders in waiting.items() if to.addresses)


def _send(to: Recipients, reminders: list[Reminder]) -> bool:
    """Send one mail to one person, or to all of the office; tell whether that worked."""
    try:
        with transaction.atomic():
            for reminder in reminders:
                _remember(reminder)
            _mail(to, reminders)
    except OSError:  # of which those of smtplib are a kind: the others still get theirs
        logger.exception("A mail with %s reminders could not be sent", len(reminders))
        return False
    return True


def _mail(to: Recipients, reminders: list[Reminder]) -> None:
    with override(to.language):
        groups = defaultdict(list)
        for reminder in sorted(reminders, key=lambda one: one.due.on):
            groups[str(reminder.kind.heading)].append(reminder)
        text = render_to_string("reminders/mail.txt", {"groups": dict(groups), "root": settings.BASE_URL})
        send_mail(gettext("Days that are coming up"), text, None, to.addresses)


def _due(kind: Kind) -> list[Reminder]:
    """Return what of a kind is to be said now."""
    sent = set(SentReminder.objects.filter(kind=kind.key).values_list("subject", "on", "step"))
    found = []
    for due in kind.find(today()):
        reached = [step for step in kind.steps if kind.day_of(due.on, step) <= today()]
        if reached and (due.subject, due.on, min(reached)) not in sent:
            found.append(Reminder(kind, due, min(reached)))
    return found


def _remember(reminder: Reminder) -> None:
    """Earlier days that were missed are done with, too: this mail says it all."""
    kind, due = reminder.kind, reminder.due
    done = [step for step in kind.steps if step >= reminder.step]
    rows = [SentReminder(kind=kind.key, subject=due.subject, on=due.on, step=step) for step in done]
    SentReminder.objects.bulk_create(rows, ignore_conflicts=True)


def _recipients(reminder: Reminder) -> Recipients:
    """Return the first of the people who is still there; else the mailboxes, the office, or the administrators."""
    for user in reminder.due.people:
        if _is_there(user):
            return Recipients((user.email,), _language_of(user))
    if reminder.due.mailboxes:
        return Recipients(reminder.due.mailboxes)
    for group in (reminder.kind.office, ADMINISTRATOR):
        members = get_user_model().objects.filter(groups__name=group, is_active=True).exclude(email="")
        if members:
            return Recipients(tuple(members.order_by("pk").values_list("email", flat=True)))
    return Recipients(())


def _is_there(user: AbstractUser) -> bool:
    return bool(user and user.is_active and user.email)


def _language_of(user: AbstractUser) -> str:
    profile = getattr(user, "wagtail_userprofile", None)
    return (profile and profile.preferred_language) or settings.LANGUAGE_CODE
