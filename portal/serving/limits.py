"""How much a client may send, and how long it may take."""

from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any

from django.conf import settings

KB = 1024
MB = 1024 * KB

PUBLIC_BODY = 16 * KB  # the longest public form, a log-in with a passkey, has about 3 kB
STAFF_BODY = 25 * MB  # an upload of 20 MB and its form; larger ones the form itself refuses, with a reason
MOST_DISCARDED = 100 * MB  # of an upload that is too large: browsers show an answer only when they have sent all
UPLOADS_AT_ONCE = 8  # in each worker, so that their bodies fill neither memory nor the disk

SLOWEST_UPLOAD = 32 * KB  # per second after the time that a form has: a telephone at the edge of its network

WAITING_REQUESTS = 64  # in each worker for a thread; one more is told to come back
LONGEST_WAIT = 15.0  # seconds for a thread


@dataclass(frozen=True)
class BodyLimit:
    """`size` in bytes; `is_upload` where staff may send files."""

    size: int
    is_upload: bool = False

    def patience(self, received: int) -> float:
        """Return after how many seconds a client must have sent more than `received` bytes."""
        return settings.FORM_WITHIN + (received / SLOWEST_UPLOAD if self.is_upload else 0)


def body_limit(environ: dict[str, Any]) -> BodyLimit:
    """Return what the client of a WSGI environment may send: files only in the admin, and only with a session.

    Whether the session is a real one is found out later. Who invents one may send more, but still occupies no thread.
    """
    is_upload = environ["PATH_INFO"].startswith("/admin/") and _has_session(environ.get("HTTP_COOKIE", ""))
    return BodyLimit(STAFF_BODY, is_upload=True) if is_upload else BodyLimit(PUBLIC_BODY)


def _has_session(cookies: str) -> bool:
    try:
        return settings.SESSION_COOKIE_NAME in SimpleCookie(cookies)
    except CookieError:
        return False
