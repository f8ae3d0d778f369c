"""The start page of the admin: what is wrong with the jobs of the server."""

from typing import Any

from wagtail.admin.ui.components import Component

from portal.editing import jobs, scheduler


class SchedulerPanel(Component):
    """Warns everybody while scheduled publishing does not work, a job has failed or something has to be repeated."""

    order = 10
    template_name = "editing/scheduler_panel.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        (publishing, *others), pending = jobs.with_pending()
        has_stopped = scheduler.is_too_long_ago(publishing.tried_at or publishing.succeeded_at)
        failed = [] if has_stopped else [job for job in (publishing, *others) if job.has_failed]
        return {"has_stopped": has_stopped, "failed": failed, "pending": pending}
