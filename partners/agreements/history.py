"""The steps of agreements in the history of a record."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry

from partners.agreements import step_log

LABELS: dict[str, Promise] = {
    step_log.SUBMITTED: _("Submitted to the office"),
    step_log.RETURNED: _("Returned to the unit"),
    step_log.RENEWED: _("Renewal begun"),
    step_log.SIGNED: _("Signature recorded"),
    step_log.TERMINATED: _("Notice recorded"),
    step_log.CONFIRMED: _("Continuation confirmed"),
}


class ReturnedFormatter(LogFormatter):
    label = LABELS[step_log.RETURNED]

    def format_message(self, log_entry: ModelLogEntry) -> str:
        return f"{self.label}: {log_entry.data.get('comment', '')}"


class UndoneFormatter(LogFormatter):
    label = _("Step taken back")

    def format_message(self, log_entry: ModelLogEntry) -> str:
        return f"{self.label}: {LABELS.get(log_entry.data.get('step', ''), '')}"


def register(actions: LogActionRegistry) -> None:
    """Let Wagtail's history name the steps."""
    for action, label in LABELS.items():
        actions.register_action(action, label, label)
    actions.register_action(step_log.RETURNED)(ReturnedFormatter)
    actions.register_action(step_log.UNDONE)(UndoneFormatter)
