from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.accounts.closed_reports import RIGHT


@hooks.register("construct_reports_menu")
def hide_closed_reports(request: HttpRequest, items: list[MenuItem]) -> None:
    """Offer nobody what would be refused."""
    if not request.user.has_perm(RIGHT):
        items[:] = [item for item in items if item.name != "site-history"]
