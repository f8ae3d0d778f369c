"""Whether an address leads somewhere. This site is asked inside this process, others only where that is wanted."""

from collections import deque
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.http.request import validate_host
from django.test import Client
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model
from wagtail.models import Page, Site

from portal.core.visibility import public
from portal.editing.links.collecting import Link
from portal.editing.models import LinkCheck

OK, BROKEN, UNCHECKED = LinkCheck.Status
MOST_REDIRECTS = 5
REASONS = {
    "gone": _("it has been deleted"),
    "hidden": _("not published"),
    "redirects": _("leads round in circles"),
    "private": _("an address that is not public"),
    "unreachable": _("no answer"),
}


@dataclass(frozen=True)
class Answer:
    """`detail` is an HTTP status or a key of REASONS."""

    status: str
    detail: str = ""


def of_status(code: int) -> Answer:
    """Return what an HTTP status means: what wants a log-in is there."""
    return Answer(OK if code < 400 or code in {401, 403, 405, 429} else BROKEN, str(code))


class ThisSite:
    """Asks this site for its own addresses, each once."""

    def __init__(self):
        self._hosts = {
            urlsplit(settings.BASE_URL).netloc,
            *(site.root_url.split("//")[1] for site in Site.objects.all()),
        }
        self._client = Client(raise_request_exception=False, headers={"host": self._name()})
        self._is_secure = settings.SECURE_SSL_REDIRECT
        self._known: dict[str, Answer] = {}

    def has(self, address: str) -> bool:
        parts = urlsplit(address)
        return parts.netloc in self._hosts if parts.netloc else not parts.scheme

    def ask(self, address: str) -> Answer:
        parts = urlsplit(address)
        if parts.path.startswith(settings.MEDIA_URL) and not settings.SERVE_MEDIA:
            return Answer(UNCHECKED)  # another server hands these out
        path = urljoin("/", parts.path) + (f"?{parts.query}" if parts.query else "")
        if path not in self._known:
            self._known[path] = self._answer(path)
        return self._known[path]

    def _answer(self, path: str) -> Answer:
        for _try in range(MOST_REDIRECTS):
            response = self._client.get(path, secure=self._is_secure)
            if response.streaming:
                deque(response.streaming_content, maxlen=0)  # a file is closed at its end
            if not 300 <= response.status_code < 400:
                return of_status(response.status_code)
            path = urljoin(path, response.headers.get("Location", ""))
            if not self.has(path):
                return Answer(OK, str(response.status_code))
        return Answer(BROKEN, "redirects")

    @staticmethod
    def _name() -> str:
        """Return a host name that this site answers to."""
        ours = urlsplit(settings.BASE_URL).netloc
        named = [host for host in settings.ALLOWED_HOSTS if not host.startswith(("*", "."))]
        return (
            ours
            if validate_host(ours.rpartition(":")[0] or ours, settings.ALLOWED_HOSTS)
            else (named or ["localhost"])[0]
        )


def address_of(link: Link) -> tuple[str, Answer | None]:
    """Return the address that a link leads to, and what is known of it without asking."""
    if link.page is not None:
        page = Page.objects.filter(pk=link.page).first()
        if page is None:
            return f"page:{link.page}", Answer(BROKEN, "gone")
        is_public = public(Page.objects.filter(pk=page.pk)).exists()
        return page.get_url() or f"page:{page.pk}", None if is_public else Answer(BROKEN, "hidden")
    if link.document is not None:
        document = get_document_model().objects.filter(pk=link.document).first()
        return (document.url, None) if document else (f"document:{link.document}", Answer(BROKEN, "gone"))
    return link.address, None
