"""The international office's worklists on the start page of the admin."""

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _

from partners.agreements.permissions import agreement_policy
from partners.worklists.lists import PARTS, REVIEWS, WORKLISTS
from partners.worklists.queries import OfficeWork
from portal.accounts.models import User
from portal.core.admin.worklists import WorklistsPanel


class OfficePanel(WorklistsPanel):
    """The lists that concern the user."""

    name = "partnerships"
    order = 15
    heading = _("Partnerships")

    def __init__(self, source: OfficeWork) -> None:
        super().__init__(source)
        concerned = {part.key for part in source.concerned_parts}
        self.worklists = [worklist for worklist in WORKLISTS if worklist.key in concerned]


def office_panel(user: User | AnonymousUser) -> OfficePanel | None:
    """Return the panel for those whom any of its lists concerns, else None."""
    may_write = agreement_policy().user_has_any_permission(user, ["add", "change"])
    work = OfficeWork(user, PARTS if may_write else [REVIEWS])
    return OfficePanel(work) if work.concerned_parts else None
