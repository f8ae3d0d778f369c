from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.core.rights.guard import refusing
from portal.editing import notices, panels, views

# Wagtail's own lists of the start page ask several queries for each row; ours say the same in one.
OURS_INSTEAD = {"user_objects_in_workflow_moderation", "workflow_objects_to_moderate", "recent_edits", "locked_pages"}


@hooks.register("construct_homepage_panels")
def start_page(request, items):
    items[:] = [item for item in items if getattr(item, "name", "") not in OURS_INSTEAD]
    items += [panels.SchedulerPanel(), panels.WaitingPanel()]


@hooks.register("construct_homepage_summary_items", order=10)  # after those that fill it
def no_numbers(request, items):
    """How many pages there are helps nobody to see what is to be done."""
    items.clear()


@hooks.register("register_admin_urls")
def editing_urls():
    return [
        path("waiting/<slug:key>/", views.WaitingView.as_view(), name="editing_waiting"),
        path("still-correct/<int:kind>/<int:key>/", refusing(views.still_correct_view), name="editing_still_correct"),
        path("links/", views.LinkReport.as_view(), name="editing_links"),
        path("links/results/", views.LinkReport.as_view(results_only=True), name="editing_links_results"),
    ]


@hooks.register("register_admin_menu_item")
def links_menu_item():
    return MenuItem(_("Links"), reverse("editing_links"), name="links", icon_name="link", order=140)


@hooks.register("register_log_actions")
def still_correct_action(actions):
    actions.register_action("editing.still_correct", _("Checked"), _("Marked as still correct"))


hooks.register("before_edit_page", notices.before_editing)
hooks.register("before_edit_snippet", notices.before_editing)
for _name in ("after_create_page", "after_edit_page", "after_create_snippet", "after_edit_snippet"):
    hooks.register(_name, notices.after_saving)
