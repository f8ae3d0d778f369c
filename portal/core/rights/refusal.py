"""The answer of the admin to users who are logged in but lack a permission."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse

FORBIDDEN = 403


def refusal_response(request: HttpRequest) -> TemplateResponse:
    """Return a page with status 403; raises PermissionDenied for a request by script."""
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        raise PermissionDenied
    return TemplateResponse(request, "wagtailadmin/refused.html", status=FORBIDDEN)


def with_refusal_page(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Return the view, with the refusal page in place of PermissionDenied.

    Wagtail alone would redirect to the start page of the admin.
    """

    @wraps(view)
    def refusing_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except PermissionDenied:
            return refusal_response(request)

    return refusing_view
