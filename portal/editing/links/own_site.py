"""Requests the addresses of this site inside this process, without a network."""

from collections import deque
from io import BytesIO
from urllib.parse import unquote_to_bytes, urljoin, urlsplit

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.core.signals import request_finished
from django.db import close_old_connections
from django.http import StreamingHttpResponse
from django.http.request import validate_host
from django.http.response import HttpResponseBase
from wagtail.models import Site

from portal.editing.links.answers import BROKEN, MOST_REDIRECTS, OK, UNCHECKED, Answer, answer_for_status


class InProcessHandler(BaseHandler):
    """Answers GET requests with the site's own middleware and views."""

    def __init__(self, host: str, scheme: str) -> None:
        super().__init__()
        self._host, self._scheme = host, scheme
        self.load_middleware()

    def get(self, path: str) -> HttpResponseBase:
        """Return the response, read to its end and closed. An exception in a view is a response with status 500."""
        response = self.get_response(self._request(path))
        if isinstance(response, StreamingHttpResponse):
            deque(response, maxlen=0)
        # A check reads pages with a cursor on the connection that the end of a request might close.
        is_connected = request_finished.disconnect(close_old_connections)
        try:
            response.close()
        finally:
            if is_connected:
                request_finished.connect(close_old_connections)
        return response

    def _request(self, path: str) -> WSGIRequest:
        """Return a request as a WSGI server would make it, which hands over bytes as Latin-1 (PEP 3333)."""
        parts = urlsplit(path)
        return WSGIRequest(
            {
                "REQUEST_METHOD": "GET",
                "SCRIPT_NAME": "",
                "PATH_INFO": unquote_to_bytes(parts.path).decode("latin-1"),
                "QUERY_STRING": parts.query.encode().decode("latin-1"),
                "SERVER_NAME": self._host.partition(":")[0],
                "SERVER_PORT": "443" if self._scheme == "https" else "80",
                "SERVER_PROTOCOL": "HTTP/1.1",
                "HTTP_HOST": self._host,
                "REMOTE_ADDR": "127.0.0.1",
                "wsgi.url_scheme": self._scheme,
                "wsgi.input": BytesIO(),
            }
        )


class OwnSite:
    """Checks addresses of this site, each once."""

    def __init__(self) -> None:
        self._hosts = {
            urlsplit(settings.BASE_URL).netloc,
            *(site.root_url.split("//")[1] for site in Site.objects.all()),
        }
        scheme = "https" if settings.SECURE_SSL_REDIRECT else "http"
        self._handler = InProcessHandler(_allowed_host(), scheme)
        self._answers: dict[str, Answer] = {}

    def has(self, address: str) -> bool:
        """Tell whether an address, or a path, belongs to this site."""
        parts = urlsplit(address)
        return parts.netloc in self._hosts if parts.netloc else not parts.scheme

    def check(self, address: str) -> Answer:
        """Return where an address of this site leads. Uploads that another server hands out stay unchecked."""
        parts = urlsplit(address)
        if parts.path.startswith(settings.MEDIA_URL) and not settings.SERVE_MEDIA:
            return Answer(UNCHECKED)
        path = urljoin("/", parts.path) + (f"?{parts.query}" if parts.query else "")
        if path not in self._answers:
            self._answers[path] = self._request(path)
        return self._answers[path]

    def _request(self, path: str) -> Answer:
        for _try in range(MOST_REDIRECTS):
            response = self._handler.get(path)
            if not 300 <= response.status_code < 400:
                return answer_for_status(response.status_code)
            path = urljoin(path, response.headers.get("Location", ""))
            if not self.has(path):
                return Answer(OK, str(response.status_code))
        return Answer(BROKEN, "redirects")


def _allowed_host() -> str:
    """Return a host name that this site answers to: that of BASE_URL, else the first one without wildcards."""
    host = urlsplit(settings.BASE_URL).netloc
    if validate_host(host.rpartition(":")[0] or host, settings.ALLOWED_HOSTS):
        return host
    names = [name for name in settings.ALLOWED_HOSTS if not name.startswith(("*", "."))]
    return names[0] if names else "localhost"
