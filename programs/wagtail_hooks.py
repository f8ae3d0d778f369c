"""The snippets, the report and the menu items of programmes and certifications in the admin."""

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.userbar import BaseItem
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from partners.contacts.bulk_actions import ChangeUnitAction
from portal.accounts.models import User
from portal.core.admin.quick_actions import QuickAction
from portal.core.rights import scope
from programs.catalogue import deadlines
from programs.catalogue.views import DeadlineItem
from programs.catalogue.viewsets import ProgramsGroup
from programs.certifications.views import MilestonesView, may_see
from programs.certifications.viewsets import CertificationsGroup
from programs.models import Certification, Program

register_snippet(ProgramsGroup)
register_snippet(CertificationsGroup)


class MilestonesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(request.user)


@hooks.register("register_admin_urls")
def milestones_url() -> list[URLPattern]:
    return [path("certification-milestones/", MilestonesView.as_view(), name="certification_milestones")]


@hooks.register("register_reports_menu_item")
def milestones_menu_item() -> MilestonesMenuItem:
    address = reverse("certification_milestones")
    return MilestonesMenuItem(_("Milestones of certifications"), address, name="milestones", icon_name="calendar")


@hooks.register("register_bulk_action")
class ChangeOfficeAction(ChangeUnitAction):
    fields = {Program: "responsible_unit", Certification: "responsible_unit"}


@hooks.register("register_quick_actions", order=10)
def program_actions(user: User | AnonymousUser) -> list[QuickAction]:
    policy, actions = scope.policy_of(Program), []
    if policy.user_has_permission(user, "add"):
        address = reverse(Program.snippet_viewset.get_url_name("add"))
        actions.append(QuickAction(_("New programme"), address, "plus"))
    if policy.user_has_permission(user, "change"):
        words = _("Name of a programme")
        actions.append(QuickAction(_("Change a deadline"), scope.list_url(Program), "calendar", words))
    return actions


@hooks.register("construct_wagtail_userbar")
def deadline_in_userbar(request: HttpRequest, items: list[BaseItem], page: Page | None) -> None:
    """Lead from the public page of a programme to its days, for those who may change them."""
    record = getattr(request, "shown_record", None)
    may_change = scope.policy_of(Program).user_has_permission_for_instance
    if isinstance(record, Program) and may_change(request.user, "change", record):
        items.append(DeadlineItem(record))


@hooks.register("register_log_actions")
def deadlines_in_history(actions: LogActionRegistry) -> None:
    actions.register_action(deadlines.CHANGED, _("Dates"), _("Dates changed"))
    actions.register_action(deadlines.UNDONE, _("Dates"), _("Change of the dates taken back"))
