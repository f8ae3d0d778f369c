"""Every public address, found by following links from `/`, in both languages.

The walk is done once per run, since all tests that use it run in one process, and its responses are kept for them. Most
addresses are requested with the caches that earlier requests have filled. The first address of each template and
language is requested again with empty caches, as after a restart, so that its queries can be counted.
"""

from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from unittest.mock import patch
from urllib.parse import urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

from bs4 import BeautifulSoup
from django.core.handlers.base import BaseHandler
from django.core.signals import request_finished
from django.db import close_old_connections, connection
from django.template import engines
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from portal.core import content_version

ROOT = "http://testserver"
STARTS = ("/", "/de/", "/en/", "/sitemap.xml")
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
MOST = 1500  # addresses; more would mean that the links never end


@dataclass(frozen=True)
class Answer:
    """The response of an address. `found_on` is the address of the first page that links to it.

    `template` is the name of the outermost template, or empty if the view used none.
    """

    address: str
    found_on: str
    status: int
    headers: dict[str, str]
    cookies: tuple[str, ...]
    body: str
    queries: tuple[str, ...]
    template: str = ""

    @property
    def path(self) -> str:
        return urlsplit(self.address).path

    @property
    def query(self) -> str:
        return urlsplit(self.address).query

    @property
    def language(self) -> str:
        return self.path.split("/")[1]

    @property
    def has_written(self) -> bool:
        return any(not query.startswith(("SELECT", "(SELECT")) for query in self.queries)

    @property
    def query_count(self) -> int:
        """Number of queries, without those for the content version: a slow request asks for it again."""
        return sum("content_version" not in query for query in self.queries)

    @property
    def is_page(self) -> bool:
        return self.headers.get("Content-Type", "").startswith("text/html")

    @cached_property
    def is_hidden(self) -> bool:
        return bool(self.soup.select('meta[name="robots"][content*="noindex"]'))

    @property
    def is_redirect(self) -> bool:
        return self.status in (301, 302)

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The elements as written; `test_pages` ensures that browsers see the same ones."""
        return BeautifulSoup(self.body, "html.parser")

    @cached_property
    def ids(self) -> list[str]:
        """The ids of all elements, in their order."""
        return [element["id"] for element in self.soup.find_all(id=True)]

    @property
    def canonical(self) -> str:
        return self.soup.find("link", rel="canonical")["href"]

    @property
    def alternates(self) -> dict[str, str]:
        return {link["hreflang"]: link["href"] for link in self.soup.select('link[rel="alternate"][hreflang]')}

    def absolute(self, address: str) -> str:
        return urljoin(ROOT + self.address, address)


class Walk:
    """All responses by address, found by following the links from `STARTS`."""

    def __init__(self):
        self.answers: dict[str, Answer] = {}
        self._templates: set[tuple[str, str]] = set()
        self._handler = handler()
        waiting = dict.fromkeys(STARTS, "")
        while waiting:
            address, found_on = waiting.popitem()
            answer = self.answers[address] = self._fetched(address, found_on)
            waiting |= {new: address for new in onward(answer) if new not in self.answers and new not in waiting}
            assert len(self.answers) < MOST, f"the links never end: {address}, from {found_on}"

    def _fetched(self, address, found_on):
        answer = request(address, found_on, self._handler)
        kind = answer.template or answer.path, answer.language
        if kind not in self._templates:
            self._templates.add(kind)
            answer = fetch(address, found_on)
        # Renditions of an image are created for its first visitor.
        return fetch(address, found_on) if answer.has_written else answer

    @property
    def pages(self) -> list[Answer]:
        """Return the responses with status 200 and HTML."""
        return [answer for answer in self.answers.values() if answer.is_page and answer.status == 200]

    def at(self, absolute: str) -> Answer | None:
        """Return the response of an absolute address of this site, or None."""
        return self.answers.get(urldefrag(absolute.removeprefix(ROOT)).url)


def fetch(address: str, found_on: str = "") -> Answer:
    """Request an address with empty caches, as the first visitor after a restart."""
    content_version.forget()
    return request(address, found_on)


def request(address: str, found_on: str = "", by: BaseHandler | None = None) -> Answer:
    """Request an address, bypassing Django's test client, which copies the context of every template."""
    with CaptureQueriesContext(connection) as captured:
        response = (by or handler()).get_response(RequestFactory().get(address))
        body = response.getvalue().decode()
    with connection_kept():
        response.close()
    name = getattr(response, "template_name", None) or ""
    return Answer(
        address,
        found_on,
        response.status_code,
        dict(response.headers),
        tuple(response.cookies),
        body,
        tuple(
            query["sql"] for query in captured if 'FROM "django_content_type"' not in query["sql"]
        ),  # Django caches those
        template=name if isinstance(name, str) else name[0],
    )


def handler() -> BaseHandler:
    """Return a request handler with the middleware of the current settings."""
    base_handler = BaseHandler()
    base_handler.load_middleware()
    return base_handler


@contextmanager
def connection_kept():
    """Let a response close without closing the connection that holds the test's transaction."""
    request_finished.disconnect(close_old_connections)
    try:
        yield
    finally:
        request_finished.connect(close_old_connections)


def onward(answer: Answer) -> list[str]:
    """Return the addresses of this site that a response links to, without files.

    Pages hidden from search engines are not followed: filters could be combined without end.
    """
    if answer.is_redirect:
        return internal([answer.absolute(answer.headers["Location"])])
    if answer.is_page and not answer.is_hidden:
        return internal(answer.absolute(link) for link in links(answer.soup))
    return internal(targets_of_sitemap(answer)) if answer.path == "/sitemap.xml" else []


def links(soup) -> list[str]:
    """Return what a search engine may follow: links, canonical and alternate addresses, plain forms."""
    followed = 'a[href]:not([rel~="nofollow"]), link[rel="canonical"], link[rel="alternate"]'
    elements = soup.select(f'{followed}, form[action]:not([method="post"])')
    return [element.get("href", element.get("action")) for element in elements]


def targets_of_sitemap(answer: Answer) -> list[str]:
    return [target for loc, alternates in entries_of_sitemap(answer.body) for target in (loc, *alternates.values())]


def entries_of_sitemap(body: str) -> list[tuple[str, dict[str, str]]]:
    """Return (address, alternates by language) of each entry, in order."""
    root = ElementTree.fromstring(body)  # noqa: S314 - our own
    return [
        (
            url.findtext("s:loc", None, SITEMAP),
            {link.get("hreflang"): link.get("href") for link in url.findall("x:link", SITEMAP)},
        )
        for url in root.findall("s:url", SITEMAP)
    ]


def internal(addresses) -> list[str]:
    """Return path and query of the addresses on this site."""
    local = (urldefrag(address).url for address in addresses if address.startswith(f"{ROOT}/"))
    return [address.removeprefix(ROOT) for address in local]


class Mark(str):
    """Django formats it with the name of an undefined variable; it prints nothing for a record that is hidden."""

    __slots__ = ()

    def __bool__(self):
        return True

    def __contains__(self, text):
        return text == "%s"

    def __mod__(self, name):
        return f"!!{name}!!"


@contextmanager
def undefined_variables_marked():
    """Let undefined variables print a mark with their names instead of nothing."""
    with patch.object(engines["django"].engine, "string_if_invalid", Mark()):
        yield


_walks: list[Walk | Exception] = []


def walked() -> Walk:
    """Return the walk; the first test that uses it starts it on the demo content.

    It takes minutes, so a failed walk is not repeated but fails every test that uses it.
    """
    if not _walks:
        try:
            with undefined_variables_marked():
                _walks.append(Walk())
        except Exception as fault:
            _walks.append(fault)
            raise
    if isinstance(_walks[0], Exception):
        raise _walks[0]
    return _walks[0]
