"""Pages and documents that are not for everybody: what Wagtail leaves open in asking for a log-in."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import BaseViewRestriction

FORBIDDEN = 403


def refusal_to_members(request: HttpRequest, restrictions: Iterable[BaseViewRestriction]) -> HttpResponse | None:
    """Return the refusal of a user who is logged in and in none of the groups, else None.

    Wagtail would lead to the log-in, and that back to the page, without end.
    """
    by_groups = [item for item in restrictions if item.restriction_type == BaseViewRestriction.GROUPS]
    if not by_groups or not request.user.is_authenticated or all(item.accept_request(request) for item in by_groups):
        return None
    return render(request, "pages/not_for_account.html", status=FORBIDDEN)
