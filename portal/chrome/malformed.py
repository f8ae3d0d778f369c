"""The answer to requests of staff over which a view of a package stumbles."""

import logging
import traceback
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch

from portal.chrome.views import bad_request

# What Wagtail's views raise over keys that are no numbers, JSON that is none and fields that are missing.
STUMBLES = (ValueError, LookupError, TypeError, AttributeError, DataError, ValidationError, ObjectDoesNotExist)
OUR_FOLDERS = tuple(settings.BASE_DIR / name for name in ("portal", "partners", "programs", "atlas"))

logger = logging.getLogger(__name__)


class MalformedRequestMiddleware:
    """Answers 400 in the admin, and logs the error, where the code of a package fails over what a request holds.

    Wagtail trusts the forms that it has made: a key that is no number ends as an error of the server. An exception in
    our own code stays one.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        stumbles = isinstance(exception, STUMBLES) or _is_way_back(exception)
        if not request.path_info.startswith("/admin/") or not stumbles:
            return None
        if not _has_input(request) or _is_ours(exception):
            return None
        logger.warning("A request to %s could not be read", request.path_info, exc_info=exception)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return bad_request(request)
        return render(request, "wagtailadmin/malformed.html", status=400)


def _has_input(request: HttpRequest) -> bool:
    """Tell whether a request holds something that could be malformed."""
    arguments = request.resolver_match.kwargs or request.resolver_match.args if request.resolver_match else ()
    return bool(request.method not in {"GET", "HEAD"} or request.GET or arguments)


def _is_way_back(exception: Exception) -> bool:
    """Tell whether the address to go back to, which Wagtail's forms send along, was no address."""
    frames = traceback.extract_tb(exception.__traceback__)
    return isinstance(exception, NoReverseMatch) and any(frame.name == "redirect" for frame in frames)


def _is_ours(exception: Exception) -> bool:
    """Tell whether an exception was raised by a line of our own code."""
    frames = traceback.extract_tb(exception.__traceback__)
    return bool(frames) and any(Path(frames[-1].filename).is_relative_to(folder) for folder in OUR_FOLDERS)
