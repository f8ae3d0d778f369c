"""Restricts Wagtail's site history, which lists the actions of all users.

Wagtail shows it to every user with any permission for a type, also for records that the user may not see. Here it
requires a permission of its own, to view log entries.
"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

SITE_HISTORY = {"wagtailadmin_reports:site_history", "wagtailadmin_reports:site_history_results"}
PERMISSION = "wagtailcore.view_modellogentry"


class ReportAccessMiddleware:
    """Refuses the site history to users without the permission, with PermissionDenied."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], view_args: tuple, view_kwargs: dict[str, Any]
    ) -> None:
        is_restricted = _view_name(request) in SITE_HISTORY and request.user.is_authenticated
        if is_restricted and not request.user.has_perm(PERMISSION):
            raise PermissionDenied


def _view_name(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""
