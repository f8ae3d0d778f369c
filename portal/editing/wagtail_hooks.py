from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

from portal.core.admin.quick_actions import QuickActionsPanel
from portal.core.admin.worklists import Worklist, WorkPanel
from portal.core.rights.refusal import with_refusal_page
from portal.editing import bulk_actions, jobs, notices, panels, userbar, views
from portal.editing.saved_views import views as saved_views
from portal.editing.saved_views.panels import SavedViewsPanel
from portal.editing.selectors import Work
from portal.editing.worklists import WORKLISTS

# Wagtail's panels of the start page take several queries for each row; the worklists replace them with one.
REPLACED_PANELS = {
    "user_objects_in_workflow_moderation",
    "workflow_objects_to_moderate",
    "recent_edits",
    "locked_pages",
}


@hooks.register("construct_homepage_panels")
def replace_panels(request: HttpRequest, items: list) -> None:
    items[:] = [item for item in items if getattr(item, "name", "") not in REPLACED_PANELS]
    user = request.user
    items += [panels.SchedulerPanel(), QuickActionsPanel(user), SavedViewsPanel(user), WorkPanel(user)]


@hooks.register("register_worklists")
def own_worklists(user: AbstractUser | AnonymousUser) -> tuple[Work, list[Worklist]]:
    return Work(user), WORKLISTS


@hooks.register("construct_homepage_summary_items", order=10)  # after those that fill it
def remove_summary(request: HttpRequest, items: list) -> None:
    """Remove the numbers of pages, images and documents from the start page."""
    items.clear()


@hooks.register("register_admin_urls")
def editing_urls() -> list[URLPattern]:
    return [
        path("waiting/<slug:key>/", views.WorklistView.as_view(), name="editing_worklist"),
        path(
            "still-correct/<int:kind>/<int:key>/",
            with_refusal_page(views.still_correct_view),
            name="editing_still_correct",
        ),
        path("saved-views/", saved_views.SavedViewsView.as_view(), name="editing_saved_views"),
        path("saved-views/save/", with_refusal_page(saved_views.save_view), name="editing_save_view"),
        path("saved-views/<int:key>/", with_refusal_page(saved_views.change_view), name="editing_change_view"),
        path("saved-views/<int:key>/delete/", with_refusal_page(saved_views.delete_view), name="editing_delete_view"),
        path("columns/", with_refusal_page(saved_views.save_columns), name="editing_columns"),
        path("jobs/", jobs.JobsView.as_view(), name="editing_jobs"),
        path("links/", views.LinkReport.as_view(), name="editing_links"),
        path("links/results/", views.LinkReport.as_view(results_only=True), name="editing_links_results"),
    ]


@hooks.register("register_admin_menu_item")
def links_menu_item() -> MenuItem:
    return MenuItem(_("Links"), reverse("editing_links"), name="links", icon_name="link", order=140)


@hooks.register("register_reports_menu_item")
def jobs_menu_item() -> MenuItem:
    return MenuItem(_("Jobs of the server"), reverse("editing_jobs"), name="jobs", icon_name="tasks", order=910)


@hooks.register("register_log_actions")
def register_actions(actions: LogActionRegistry) -> None:
    actions.register_action("editing.still_correct", _("Checked"), _("Marked as still correct"))


for _action in (bulk_actions.PublishAction, bulk_actions.CheckedAction):
    hooks.register("register_bulk_action", _action)
hooks.register("construct_wagtail_userbar", userbar.add_record_item)
hooks.register("before_edit_page", notices.before_editing)
hooks.register("before_edit_snippet", notices.before_editing)
for _name in ("after_create_page", "after_edit_page", "after_create_snippet", "after_edit_snippet"):
    hooks.register(_name, notices.after_saving)
