"""The international office's worklists on the start page of the admin."""

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _

from partners.agreements.permissions import agreement_policy
from partners.worklists.lists import PARTS, WORKLISTS
from partners.worklists.queries import OfficeWork
from portal.accounts.models import User
from portal.core.admin.worklists import WorklistsPanel


class OfficePanel(WorklistsPanel):
    name = "partnerships"
    order = 15
    heading = _("Partnerships")
    worklists = WORKLISTS


def office_panel(user: User | AnonymousUser) -> OfficePanel | None:
    """Return the panel for those who may write agreements, else None."""
    may_write = agreement_policy().user_has_any_permission(user, ["add", "change"])
    return OfficePanel(OfficeWork(user, PARTS)) if may_write else None
