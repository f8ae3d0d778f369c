"""The start page of the admin: what is wrong, and what waits for the person who is logged in."""

from wagtail.admin.ui.components import Component

from portal.editing import scheduler, worklists
from portal.editing.selectors import Desk

LINES = 5  # of each list


class SchedulerPanel(Component):
    """Tells everybody that nothing is published by itself at the moment."""

    order = 10
    template_name = "editing/scheduler_panel.html"

    def get_context_data(self, parent_context):
        return {"has_stopped": scheduler.has_stopped()}


class WaitingPanel(Component):
    order = 20
    template_name = "editing/waiting_panel.html"

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        desk, lists = Desk(request.user), []
        for one in worklists.LISTS:
            lines, count = one.find(desk, LINES)
            lists.append({"list": one, "url": one.all_url(one), "lines": lines, "count": count})
        return {"lists": lists, "request": request, "csrf_token": parent_context.get("csrf_token")}
