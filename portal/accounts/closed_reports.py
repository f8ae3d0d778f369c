"""Wagtail's report on who did what, over the whole site.

It lists what happened to every record of a type to whoever may do anything with one of them, and names colleagues. So
it needs a right of its own: to see log entries.
"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

REPORTS = {"wagtailadmin_reports:site_history", "wagtailadmin_reports:site_history_results"}
RIGHT = "wagtailcore.view_modellogentry"


class ClosedReportsMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], arguments: tuple, named: dict[str, Any]
    ) -> HttpResponse | None:
        is_closed = request.resolver_match.view_name in REPORTS and request.user.is_authenticated
        if is_closed and not request.user.has_perm(RIGHT):
            raise PermissionDenied
