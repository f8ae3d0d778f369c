from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import ModelLogEntry

from portal.core.rights.door import may_use


@hooks.register("construct_reports_menu")
def hide_site_history(request: HttpRequest, items: list[MenuItem]) -> None:
    """Remove the menu item of the site history for users who may not open it."""
    if not may_use(request.user, ModelLogEntry):
        items[:] = [item for item in items if item.name != "site-history"]
