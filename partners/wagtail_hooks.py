from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter
from wagtail.snippets.models import register_snippet

from partners.institutions import lifecycle
from partners.models import EventKind
from partners.reporting.views import ReportView
from partners.viewsets import PartnersGroup
from partners.worklists.panels import WorklistsPanel

register_snippet(PartnersGroup)


@hooks.register("construct_homepage_panels", order=10)  # after those that leave Wagtail's own out
def desk(request, items):
    panel = WorklistsPanel(request.user)
    if panel.is_shown:
        items.append(panel)


@hooks.register("register_admin_urls")
def report_urls():
    return [path("partnerships/on/", ReportView.as_view(), name="partners_report")]


class EventFormatter(LogFormatter):
    """Lets a history say what happened to an institution on which day."""

    label = _("Event")
    sentence = _("%(kind)s, %(on)s. Before: %(before)s %(other)s")

    def format_message(self, log_entry):
        data = {"kind": "", "on": "", "before": "", "other": "", **(log_entry.data or {})}
        return self.sentence % {**data, "kind": EventKind(data["kind"]).label if data["kind"] else ""}


class UndoneFormatter(EventFormatter):
    label = _("Event taken back")
    sentence = _("Taken back: %(kind)s, %(on)s. Before: %(before)s %(other)s")


@hooks.register("register_log_actions")
def events_in_history(actions):
    actions.register_action(lifecycle.ACTION)(EventFormatter)
    actions.register_action(lifecycle.UNDONE)(UndoneFormatter)
