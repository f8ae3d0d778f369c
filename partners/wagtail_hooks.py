from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry
from wagtail.snippets.models import register_snippet

from partners.agreements import history
from partners.agreements.ewp_views import ReadinessListView, ReadinessView, warn_if_not_ready
from partners.contacts.bulk_actions import ChangeUnitAction
from partners.institutions import events
from partners.institutions.bulk_actions import AddTagsAction
from partners.models import Agreement, EventKind, Institution
from partners.reporting.views import ReportView
from partners.viewsets import PartnersGroup
from partners.worklists.lists import office_worklists
from portal.accounts.models import User
from portal.core.admin.quick_actions import QuickAction
from portal.core.rights import scope
from portal.core.rights.door import may_use

register_snippet(PartnersGroup)


hooks.register("register_worklists", office_worklists)
hooks.register("register_bulk_action", ChangeUnitAction)
hooks.register("register_bulk_action", AddTagsAction)


@hooks.register("register_quick_actions", order=20)
def find_a_partner(user: User | AnonymousUser) -> list[QuickAction]:
    if not may_use(user, Institution):
        return []
    address, words = scope.list_url(Institution), _("Name of an institution")
    return [QuickAction(_("Find a partner"), address, Institution.snippet_viewset.icon, words)]


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    return [
        path("partnerships/on/", ReportView.as_view(), name="partners_report"),
        path("partnerships/ewp/", ReadinessListView.as_view(), name="partners_ewp"),
        path("partnerships/ewp/<int:pk>/", ReadinessView.as_view(), name="partners_ewp_agreement"),
    ]


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def say_what_is_missing_for_ewp(request: HttpRequest, instance: Model) -> None:
    if isinstance(instance, Agreement):
        warn_if_not_ready(request, instance)


class EventFormatter(LogFormatter):
    """Shows an event of an institution, with its day, in the history of the record."""

    label = _("Event")
    sentence = _("%(kind)s, %(on)s. Before: %(before)s %(other)s")

    def format_message(self, log_entry: ModelLogEntry) -> str:
        data = {"kind": "", "on": "", "before": "", "other": "", **(log_entry.data or {})}
        return self.sentence % {**data, "kind": EventKind(data["kind"]).label if data["kind"] else ""}


class UndoneFormatter(EventFormatter):
    label = _("Event taken back")
    sentence = _("Taken back: %(kind)s, %(on)s. Before: %(before)s %(other)s")


@hooks.register("register_log_actions")
def events_in_history(actions: LogActionRegistry) -> None:
    actions.register_action(events.RECORDED)(EventFormatter)
    actions.register_action(events.UNDONE)(UndoneFormatter)
    history.register(actions)
