from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.accounts.report_access import PERMISSION


@hooks.register("construct_reports_menu")
def hide_site_history(request: HttpRequest, items: list[MenuItem]) -> None:
    """Remove the menu item of the site history for users who may not open it."""
    if not request.user.has_perm(PERMISSION):
        items[:] = [item for item in items if item.name != "site-history"]
