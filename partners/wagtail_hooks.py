from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry
from wagtail.snippets.models import register_snippet

from partners.dossier.views import DossierView
from partners.institutions import events
from partners.models import EventKind
from partners.reporting.views import ReportView
from partners.viewsets import PartnersGroup
from partners.worklists.panels import office_panel
from portal.core.language import formats

register_snippet(PartnersGroup)


@hooks.register("construct_homepage_panels", order=10)  # after the hooks that remove Wagtail's own panels
def add_office_worklists(request: HttpRequest, items: list[Component]) -> None:
    if panel := office_panel(request.user):
        items.append(panel)


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    return [
        path("partnerships/on/", ReportView.as_view(), name="partners_report"),
        path("partnerships/dossier/<int:pk>/", DossierView.as_view(), name="partners_dossier"),
    ]


class EventFormatter(LogFormatter):
    """Shows an event of an institution, with its day, in the history of the record."""

    label = _("Event")
    sentence = _("%(kind)s, %(on)s. Before: %(before)s %(other)s")

    def format_message(self, log_entry: ModelLogEntry) -> str:
        data = {"kind": "", "on": "", "before": "", "other": "", **(log_entry.data or {})}
        words = {"kind": EventKind(data["kind"]).label if data["kind"] else "", "on": formats.written(data["on"])}
        return self.sentence % {**data, **words}


class UndoneFormatter(EventFormatter):
    label = _("Event taken back")
    sentence = _("Taken back: %(kind)s, %(on)s. Before: %(before)s %(other)s")


@hooks.register("register_log_actions")
def events_in_history(actions: LogActionRegistry) -> None:
    actions.register_action(events.RECORDED)(EventFormatter)
    actions.register_action(events.UNDONE)(UndoneFormatter)
