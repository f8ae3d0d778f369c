"""What a check can find out about the address of a link."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from portal.editing.models import LinkCheck

OK, BROKEN, UNCHECKED = LinkCheck.Status
MOST_REDIRECTS = 5
REASONS = {
    "gone": _("it has been deleted"),
    "hidden": _("not published"),
    "malformed": _("not a valid address"),
    "redirects": _("leads round in circles"),
    "private": _("an address that is not public"),
    "unreachable": _("no answer"),
}


@dataclass(frozen=True)
class Answer:
    """`detail` is an HTTP status, a key of REASONS, or empty."""

    status: str
    detail: str = ""


def answer_for_status(code: int) -> Answer:
    """Return the answer for an HTTP status. Addresses that require a log-in, or refuse a check, exist."""
    return Answer(OK if code < 400 or code in {401, 403, 405, 429} else BROKEN, str(code))
