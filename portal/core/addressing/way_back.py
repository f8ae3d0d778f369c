"""The address that a form sends along, to come back to it."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def way_back(request: HttpRequest, name: str, otherwise: str) -> str:
    """Return the path in a field of a submitted form, or `otherwise` where that is no path of this site."""
    path = request.POST.get(name, "")
    return path if path.startswith("/") and url_has_allowed_host_and_scheme(path, None) else otherwise
