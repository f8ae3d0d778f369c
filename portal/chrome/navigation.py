"""The menus, made of the public pages that are marked "show in menus"."""

from dataclasses import dataclass

from django.db import DatabaseError, InterfaceError
from wagtail.models import Page

from portal.core import content_version
from portal.core.addressing.tree import tree
from portal.core.language.bilingual import GERMAN, reader_language
from portal.pages.models import ContactPage, LegalPage
from portal.pages.selectors import menu_pages

ACCESS, CONTACT, HELP, LEGAL, MAIN, SEARCH = "access", "contact", "help", "legal", "main", "search"


@dataclass(frozen=True)
class Entry:
    title: str
    url: str
    path: str = ""  # of the reader's page
    other_language: str = ""  # of the linked page, where that is not the reader's

    @property
    def is_current(self) -> bool:
        return self.url == self.path

    @property
    def is_section(self) -> bool:
        return self.path.startswith(self.url)


class Chrome:
    """The menus and links around the content, for a reader of the page at `path`."""

    def __init__(self, path: str, *, is_demo: bool) -> None:
        self.path = path
        self.is_demo = is_demo
        self.language = reader_language()
        self._groups = menu_groups(self.language)

    @property
    def home_url(self) -> str:
        return f"/{self.language}/"

    @property
    def menu(self) -> list[Entry]:
        return self._entries(MAIN)

    @property
    def help_links(self) -> list[Entry]:
        """Return the pages in Leichte Sprache and sign language, which are in German in both languages."""
        other = "" if self.language == GERMAN else GERMAN
        return [Entry(title, url, self.path, other) for title, url in self._groups[HELP]]

    @property
    def search_url(self) -> str:
        """Return the address of the search in the reader's language, or "" if there is none."""
        return next((url for _title, url in self._groups[SEARCH]), "")

    @property
    def access_links(self) -> list[Entry]:
        return [*self._entries(ACCESS), *self.help_links]

    @property
    def contact_links(self) -> list[Entry]:
        """Return the contact page, which is one of the access links, or an empty list."""
        return self._entries(CONTACT)

    @property
    def legal_links(self) -> list[Entry]:
        return self._entries(LEGAL)

    def _entries(self, group: str) -> list[Entry]:
        return [Entry(title, url, self.path) for title, url in self._groups[group]]


def menu_groups(language: str) -> dict[str, list[tuple[str, str]]]:
    """Return (title, address) by group; without a database connection, as they were last read."""
    name = f"menu-{language}"
    try:
        return content_version.memo(name, lambda: _read_groups(language))
    except (DatabaseError, InterfaceError):
        return content_version.last_known(name) or _no_groups()


def last_known_links(language: str) -> list[tuple[str, str]]:
    """Return (title, address) of imprint, accessibility and the like, as they were last read, without a query."""
    groups = content_version.last_known(f"menu-{language}") or _no_groups()
    return [*groups[LEGAL], *groups[ACCESS]]


def _read_groups(language: str) -> dict[str, list[tuple[str, str]]]:
    groups = _no_groups()
    home = tree().homes.get(language)
    for page in menu_pages(home) if home else []:
        groups[_group(page)].append((page.title, page.get_url()))
        if page.purpose == ContactPage.Purpose.CONTACT:
            groups[CONTACT].append(groups[ACCESS][-1])
    return groups


def _no_groups() -> dict[str, list[tuple[str, str]]]:
    return {ACCESS: [], CONTACT: [], HELP: [], LEGAL: [], MAIN: [], SEARCH: []}


def _group(page: Page) -> str:
    """Return the group of links that a page belongs to, as `menu_pages` has annotated it."""
    if page.is_help or page.is_search:
        return HELP if page.is_help else SEARCH
    if page.purpose in (LegalPage.Purpose.IMPRINT, LegalPage.Purpose.PRIVACY):
        return LEGAL
    return ACCESS if page.purpose else MAIN
