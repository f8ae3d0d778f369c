"""The specimen page: every component and every block with example data, for staff."""

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.specimen.components import blocks, components


@permission_required("wagtailadmin.access_admin", login_url="wagtailadmin_login")
def specimen_page(request: HttpRequest) -> HttpResponse:
    """Return the page."""
    return render(request, "chrome/specimen.html", {"components": components(), "blocks": blocks()})
