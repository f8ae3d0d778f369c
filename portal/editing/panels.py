"""The start page of the admin: what is wrong, and the worklists of the person who is logged in."""

from typing import Any

from wagtail.admin.ui.components import Component

from portal.core.admin.worklists import WorklistsPanel
from portal.editing import scheduler
from portal.editing.worklists import WORKLISTS


class SchedulerPanel(Component):
    """Warns everybody while scheduled publishing does not work."""

    order = 10
    template_name = "editing/scheduler_panel.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        return {"has_stopped": scheduler.has_stopped()}


class EditingPanel(WorklistsPanel):
    """The worklists of everybody who writes; its source is a `portal.editing.selectors.Work`."""

    name = "editing"
    order = 20
    worklists = WORKLISTS
