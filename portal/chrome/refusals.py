"""Requests that are refused before any page is looked for, because no reader of this site sends them."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest

from portal.chrome.standalone import standalone_answer
from portal.core import throttling
from portal.core.language.path import language_for

METHODS = ("GET", "HEAD", "OPTIONS", "POST")
LONGEST_PATH = 1000  # characters; Wagtail's own limit for a page is 255 for each of a few levels
MOST_SEGMENTS = 20  # the deepest address of this site has 9
PUBLIC_POSTS = 60  # from one address, which a whole campus may share
PERIOD = 10 * 60  # seconds
# Fields of a form that say how many parts it has: of Django's formsets, and of Wagtail's lists of blocks.
COUNTS = ("-TOTAL_FORMS", "-count")

GetResponse = Callable[[HttpRequest], HttpResponse]


class RefuseOddRequestsMiddleware:
    """Answers 404 to endless paths, 405 to methods that no address knows, 400 to what PostgreSQL cannot compare.

    Looking for a page compares all beginnings of its path: the cost grows with the square of its length.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if request.method not in METHODS:
            response = _refused(request, 405)
            response["Allow"] = ", ".join(METHODS)
            return response
        if len(path) > LONGEST_PATH or path.count("/") > MOST_SEGMENTS + 1:
            response = _refused(request, 404)
            response._has_been_logged = True  # type: ignore[attr-defined]  # the log would hold the path
            return response
        if "\x00" in path:
            return HttpResponseBadRequest("400 Bad Request", content_type="text/plain")
        return self.get_response(request)


class RefuseOddFormsMiddleware:
    """Answers 429 to too many forms of strangers, and 400 to a form that claims more parts than it has fields."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        if request.method != "POST":
            return None
        if not request.user.is_authenticated and throttling.count("posts", request, PERIOD) > PUBLIC_POSTS:
            return _refused(request, 429)
        if _claims_too_much(request):
            return HttpResponseBadRequest("400 Bad Request", content_type="text/plain")
        return None


def _claims_too_much(request: HttpRequest) -> bool:
    """Tell whether a form claims more parts than fields were sent; each part that a browser sends has at least one."""
    fields = len(request.POST)
    claims = (value for name, value in request.POST.items() if name.endswith(COUNTS))
    return any(isinstance(value, str) and value.isdecimal() and _exceeds(value, fields) for value in claims)


def _exceeds(digits: str, limit: int) -> bool:
    return len(digits) > 9 or int(digits) > limit


def _refused(request: HttpRequest, status: int) -> HttpResponse:
    return standalone_answer(status, language_for(request.path_info, request.headers.get("Accept-Language", "")))
