"""Pages that need neither database nor request: for outages, and for requests that are refused before they are read."""

from functools import lru_cache
from http import HTTPStatus

from csp.utils import build_policy
from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from portal.chrome.navigation import last_known_links, menu_groups
from portal.core.language.bilingual import LANGUAGES, other_language

RETRY_AFTER = {HTTPStatus.TOO_MANY_REQUESTS: 300, HTTPStatus.SERVICE_UNAVAILABLE: 30}  # seconds

_OUTAGE = (
    _("This page cannot be shown right now"),
    _(
        "Something has gone wrong on our side. Nothing you typed or chose is the cause. "
        "Please try again in a few minutes."
    ),
)
TEXTS: dict[int, tuple[Promise | str, Promise | str]] = {
    404: (
        _("There is nothing at this address"),
        _("The page may have moved, or the address has a typing error."),
    ),
    405: (_("This address cannot be used that way"), _("Please go back to the page you came from.")),
    408: (
        _("What you sent did not arrive in time"),
        _("Your connection may be too slow at the moment. Please try again."),
    ),
    413: (
        _("What you sent is too large"),
        _("Forms take a few thousand characters, and files may have 20 MB at most. Please send less."),
    ),
    429: (
        _("That was too often in a short time"),
        _("Please wait a few minutes and then try again."),
    ),
    500: _OUTAGE,
    503: _OUTAGE,
}


def standalone_answer(status: int, language: str) -> HttpResponse:
    """Return the page for a status, first in `language` and then in the other; no cache may keep it."""
    links = tuple((code, tuple(last_known_links(code))) for code in LANGUAGES)
    response = HttpResponse(_page(status, language, links), status=status)
    response["Cache-Control"] = "no-store"
    response["Content-Language"] = language
    response["Content-Security-Policy"] = build_policy()
    response["Content-Length"] = str(len(response.content))
    if seconds := RETRY_AFTER.get(HTTPStatus(status)):
        response["Retry-After"] = str(seconds)
    return response


def warm_up() -> None:
    """Read the links of the footer, which pages made without a database show as they were last read."""
    for language in LANGUAGES:
        with override(language):
            menu_groups(language)


@lru_cache(maxsize=64)
def _page(status: int, language: str, links: tuple) -> bytes:
    heading, words = TEXTS[status]
    context = {"code": status, "heading": heading, "words": words, "telephone": settings.TELEPHONE}
    both = dict(links)
    context |= {"links": both[language], "other_links": both[other_language(language)]}
    with override(language):
        return render_to_string("chrome/outage.html", context).encode()
