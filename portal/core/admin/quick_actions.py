"""What staff do most often, in one click from the start page of the admin.

An app registers its own with a Wagtail hook; the function takes the user and returns what that user has the right to:

    @hooks.register("register_quick_actions")
    def quick_actions(user):
        return [QuickAction(_("New programme"), add_url, "plus")] if may_use(user, Program, ["add"]) else []
"""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.utils.functional import Promise
from wagtail import hooks
from wagtail.admin.ui.components import Component


@dataclass(frozen=True)
class QuickAction:
    """A link; or, with `asks_for`, a field for the name of a record, which is looked up in the list at the address."""

    label: Promise
    url: str
    icon: str
    asks_for: Promise | None = None


class QuickActionsPanel(Component):
    name = "quick_actions"
    order = 12
    template_name = "worklists/quick_actions.html"

    def __init__(self, user: AbstractUser | AnonymousUser) -> None:
        self.user = user

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        actions = [action for register in hooks.get_hooks("register_quick_actions") for action in register(self.user)]
        return {"actions": actions}
