from wagtail import hooks

from portal.accounts.closed_reports import RIGHT


@hooks.register("construct_reports_menu")
def hide_closed_reports(request, items):
    """Offer nobody what would be refused."""
    if not request.user.has_perm(RIGHT):
        items[:] = [item for item in items if item.name != "site-history"]
