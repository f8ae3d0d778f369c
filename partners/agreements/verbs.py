"""What can be done with an agreement: who has the right to it, and in which state it makes sense."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button

from partners.agreements import step_log
from partners.agreements.permissions import agreement_policy
from partners.agreements.renewal import is_unconfirmed
from partners.agreements.step_log import User
from partners.models import BEFORE_SIGNED, Agreement, Stage

FIRST_PRIORITY = 1  # before Wagtail's own buttons


@dataclass(frozen=True)
class Verb:
    """`key` is the name of its address. `has_right` asks about a person, `is_possible` about the agreement alone."""

    key: str
    label: Promise
    icon: str
    has_right: Callable[[User, Agreement], bool]
    is_possible: Callable[[Agreement], bool]
    is_wanted_by: Callable[[User], bool] = lambda user: True  # else the address works, and no button leads to it

    def is_offered(self, user: User, agreement: Agreement) -> bool:
        return self.is_wanted_by(user) and self.is_possible(agreement) and self.has_right(user, agreement)

    def url(self, agreement: Agreement) -> str:
        return reverse(f"wagtailsnippets_partners_agreement:{self.key}", args=[quote(agreement.pk)])


def is_office(user: User, agreement: Agreement | None = None) -> bool:
    """Tell whether the user may change every agreement, in every stage."""
    return agreement_policy().reaches_all(user)


def _may_submit(user: User, agreement: Agreement) -> bool:
    return agreement_policy().user_has_permission_for_instance(user, "change", agreement)


def _may_renew(user: User, agreement: Agreement) -> bool:
    """Tell whether the user may read the agreement and write another one for its unit."""
    policy = agreement_policy()
    may_read = policy.user_has_any_permission_for_instance(user, ["change", "view"], agreement)
    return may_read and policy.user_has_permission(user, "add") and policy.may_write_for(user, agreement.unit)


def _may_take_back(user: User, agreement: Agreement) -> bool:
    """Tell whether the user has the right to the newest step itself: units submit and renew."""
    is_of_units = _newest(agreement)[0] in (step_log.SUBMITTED, step_log.RENEWED, step_log.UNDONE)
    return _may_renew(user, agreement) if is_of_units else is_office(user)


def _can_be_renewed(agreement: Agreement) -> bool:
    has_end = agreement.stage == Stage.SIGNED and agreement.ends_on is not None and agreement.starts_on is not None
    return has_end and all(successor.stage == Stage.REJECTED for successor in agreement.successors.all())


def _newest(agreement: Agreement) -> tuple[str, int | None]:
    """Return the newest step and the version after it, from the annotation of a list or from the log."""
    if hasattr(agreement, "newest_step"):
        row: Any = agreement.newest_step or {}
        return row.get("action", step_log.UNDONE), row.get("version")
    entry = step_log.last_step(agreement)
    return (entry.action, entry.data["version"]) if entry else (step_log.UNDONE, None)


def _awaits_signature(agreement: Agreement) -> bool:
    return agreement.stage in BEFORE_SIGNED and agreement.stage != Stage.REJECTED


def _is_in(stage: Stage) -> Callable[[Agreement], bool]:
    return lambda agreement: agreement.stage == stage


def _has_step(agreement: Agreement) -> bool:
    return step_log.can_be_undone(agreement, *_newest(agreement))


def _not_office(user: User) -> bool:
    return not is_office(user)


SUBMIT = Verb("submit", _("Submit to the office"), "upload", _may_submit, _is_in(Stage.DRAFT), _not_office)
SEND_BACK = Verb("send_back", _("Return to the unit"), "comment-add", is_office, _is_in(Stage.SUBMITTED))
SIGN = Verb("sign", _("Record signature"), "edit", is_office, _awaits_signature)
CONFIRM = Verb("confirm", _("Confirm continuation"), "check", is_office, is_unconfirmed)
RENEW = Verb("renew", _("Renew"), "calendar-check", _may_renew, _can_be_renewed)
TERMINATE = Verb("terminate", _("Terminate"), "cross", is_office, _is_in(Stage.SIGNED))
UNDO = Verb("undo", _("Undo"), "rotate", _may_take_back, _has_step)
VERBS = (SUBMIT, SEND_BACK, SIGN, CONFIRM, RENEW, TERMINATE, UNDO)


def offered(user: User, agreement: Agreement) -> list[Verb]:
    """Return what the user can do with an agreement at present."""
    return [verb for verb in VERBS if verb.is_offered(user, agreement)]


def buttons(user: User, agreement: Agreement) -> list[Button]:
    """Return the buttons for what the user can do, in the order of the verbs."""
    return [
        Button(verb.label, url=verb.url(agreement), icon_name=verb.icon, priority=FIRST_PRIORITY + number)
        for number, verb in enumerate(offered(user, agreement))
    ]
