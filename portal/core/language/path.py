"""The language of a request is that of its path; no cookie, header or session changes it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

from portal.core.language.bilingual import GERMAN, LANGUAGES


def language_in_path(path: str) -> str | None:
    """Return "de" or "en" if that is the first part of the path, else None."""
    first = path.split("/", 2)[1] if path.startswith("/") else ""
    return first if first in LANGUAGES else None


def language_for(path: str, accept_language: str) -> str:
    """Return the language of the path, else the one that the header Accept-Language prefers, else German."""
    return language_in_path(path) or _preferred_language(accept_language)


def negotiated_language(request: HttpRequest) -> str:
    """Return the language of this site that the browser prefers (Accept-Language), else German."""
    return _preferred_language(request.headers.get("Accept-Language", ""))


def _preferred_language(accept_language: str) -> str:
    for code, quality in parse_accept_lang_header(accept_language):
        if quality and code.split("-")[0] in LANGUAGES:  # 0 means "anything but" (RFC 9110, section 12.4.2)
            return code.split("-")[0]
    return GERMAN


class PathLanguageMiddleware:
    """Activates the language of the path; outside /de/ and /en/ the one that the browser prefers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        in_path = language_in_path(request.path_info)
        request.LANGUAGE_CODE = in_path or negotiated_language(request)
        with translation.override(request.LANGUAGE_CODE):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        if not in_path:
            patch_vary_headers(response, ["Accept-Language"])
        return response


def redirect_to_home(request: HttpRequest) -> HttpResponseRedirect:
    """Redirect `/` to the home page in the language that the browser prefers."""
    response = HttpResponseRedirect(f"/{negotiated_language(request)}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response
