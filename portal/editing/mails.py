"""Sends Wagtail's mails about approvals once the response is sent.

The row of what was submitted is locked until then, and nobody can save it while a mail server keeps us waiting.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.db.models import Model
from wagtail import signals
from wagtail.admin import signal_handlers
from wagtail.models import TaskState, WorkflowState

from portal.core.after_response import after_response

# The signal, its sender, the key under which Wagtail connects its handler, and the handler.
HANDLERS = [
    (
        signals.task_submitted,
        TaskState,
        "group_approval_task_submitted_email_notification",
        signal_handlers.task_submission_email_notifier,
    ),
    (
        signals.workflow_submitted,
        WorkflowState,
        "workflow_state_submitted_email_notification",
        signal_handlers.workflow_submission_email_notifier,
    ),
    (
        signals.workflow_rejected,
        WorkflowState,
        "workflow_state_rejected_email_notification",
        signal_handlers.workflow_rejection_email_notifier,
    ),
    (
        signals.workflow_approved,
        WorkflowState,
        "workflow_state_approved_email_notification",
        signal_handlers.workflow_approval_email_notifier,
    ),
]


def send_after_response() -> None:
    """Take the place of Wagtail's handlers, under their keys: whichever is connected first then stays the only one."""
    for signal, sender, key, notify in HANDLERS:
        signal.disconnect(sender=sender, dispatch_uid=key)
        signal.connect(partial(_later, notify), sender=sender, dispatch_uid=key, weak=False)


def _later(notify: Callable[..., Any], instance: Model, **details: Any) -> None:
    after_response(partial(_notify, notify, instance, {"user": details.get("user")}))


def _notify(notify: Callable[..., Any], instance: Any, details: dict[str, Any]) -> None:
    """Send the mail, unless what it would tell was undone because the request failed."""
    if type(instance).objects.filter(pk=instance.pk, status=instance.status).exists():
        notify(instance=instance, **details)
