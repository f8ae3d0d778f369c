"""Sends each reminder once, however often and however late the command runs.

Of the days on which a reminder is sent, only the last one that has been reached counts: after an outage there is one
mail and not one for each day that was missed. Sent reminders are stored in the transaction in which the mail is handed
to the mail server: when that fails, the next run sends them again.
"""

import logging
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TypeGuard

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext, override

from portal.accounts.groups import ADMINISTRATOR
from portal.accounts.preferences import language_of
from portal.core import locks
from portal.core.one_by_one import OneByOne
from portal.core.time.moment import today
from portal.reminders.models import SentReminder
from portal.reminders.registry import Due, Kind, kinds
from portal.reminders.wording import due_in_words

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Recipients:
    """The recipients of one mail, and its language: that of a single person, else German."""

    addresses: tuple[str, ...]
    language: str = settings.LANGUAGE_CODE


@dataclass(frozen=True)
class Reminder:
    """A day to be reminded of, and the last of its steps that has been reached."""

    kind: Kind
    due: Due
    step: int

    @property
    def when(self) -> str:
        """Return when the day is, or how long it is past, in words."""
        return due_in_words(self.due.on)


def send_reminders() -> int:
    """Send the reminders that are due and return the number of mails. Two runs at the same time send them once.

    A kind or a mail that fails keeps no other; its error is raised at the end.
    """
    work, count, addresses_of_group = OneByOne(), 0, cache(_addresses_of_group)  # asks once in a run for each group
    with locks.held(locks.REMINDERS):
        mails = defaultdict(list)
        for kind in kinds():
            with work.piece(f"Finding reminders of {kind.key}"):
                for reminder in _due(kind):
                    mails[_recipients(reminder, addresses_of_group)].append(reminder)
        for recipients, reminders in mails.items():
            if recipients.addresses:
                with work.piece("Sending a mail with reminders"):
                    count += _send(recipients, reminders)
    work.end()
    return count


def _send(recipients: Recipients, reminders: list[Reminder]) -> bool:
    """Send one mail and store its reminders; return False if the mail server refused it."""
    try:
        with transaction.atomic():
            for reminder in reminders:
                _store(reminder)
            _mail(recipients, reminders)
    except OSError:  # includes those of smtplib; the other mails are still sent
        logger.exception("A mail with %s reminders could not be sent", len(reminders))
        return False
    return True


def _mail(recipients: Recipients, reminders: list[Reminder]) -> None:
    with override(recipients.language):
        groups = defaultdict(list)
        for reminder in sorted(reminders, key=lambda reminder: reminder.due.on):
            groups[str(reminder.kind.heading)].append(reminder)
        text = render_to_string("reminders/mail.txt", {"groups": dict(groups), "root": settings.BASE_URL})
        send_mail(gettext("Days that are coming up"), text, None, recipients.addresses)


def _due(kind: Kind) -> list[Reminder]:
    """Return the reminders of a kind that are due and have not been sent."""
    sent = set(SentReminder.objects.filter(kind=kind.key).values_list("subject", "on", "step"))
    reminders = []
    for due in kind.find(today()):
        reached = [step for step in kind.steps if kind.reminder_day(due.on, step) <= today()]
        if reached and (due.subject, due.on, min(reached)) not in sent:
            reminders.append(Reminder(kind, due, min(reached)))
    return reminders


def _store(reminder: Reminder) -> None:
    """Store a reminder as sent, together with those of its earlier steps that were missed."""
    kind, due = reminder.kind, reminder.due
    steps = [step for step in kind.steps if step >= reminder.step]
    rows = [SentReminder(kind=kind.key, subject=due.subject, on=due.on, step=step) for step in steps]
    SentReminder.objects.bulk_create(rows, ignore_conflicts=True)


def _recipients(reminder: Reminder, addresses_of_group: Callable[[str], tuple[str, ...]]) -> Recipients:
    """Return the first of the people with an active account; else the mailboxes, the office, or the administrators."""
    for user in reminder.due.people:
        if _can_get_mail(user):
            return Recipients((user.email,), language_of(user))
    if reminder.due.mailboxes:
        return Recipients(reminder.due.mailboxes)
    return Recipients(addresses_of_group(reminder.kind.office) or addresses_of_group(ADMINISTRATOR))


def _addresses_of_group(name: str) -> tuple[str, ...]:
    members = get_user_model().objects.filter(groups__name=name, is_active=True).exclude(email="")
    return tuple(members.order_by("pk").values_list("email", flat=True))


def _can_get_mail(user: AbstractUser | None) -> TypeGuard[AbstractUser]:
    return bool(user and user.is_active and user.email)
