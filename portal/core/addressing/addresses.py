"""The address of a page in both languages: canonical address, hreflang pairs and the language switch.

Header, head and sitemap all take the links between the languages from here, so that they agree.
"""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from portal.core.addressing.tree import tree
from portal.core.language.bilingual import GERMAN, LANGUAGES, other_language

LABELS = {"de": "Deutsch", "en": "English"}


@dataclass(frozen=True)
class SwitchEntry:
    """One language of the language switch."""

    code: str
    url: str
    is_current: bool
    only_here: bool = False  # the page has no version in this language; the link leads to the nearest ancestor that has

    @property
    def label(self) -> str:
        return LABELS[self.code]


@dataclass(frozen=True)
class Address:
    """`paths` holds the path per language; `pair` tells whether the two pages are full translations of each other."""

    language: str
    paths: dict[str, str]
    root: str  # scheme and host, without a slash at the end
    pair: bool = False
    only_here: bool = False
    canonical_path: str = ""
    query: str = ""  # the part of the query that belongs to the canonical address
    full_query: str = ""  # the query that the language switch keeps
    robots: str = ""
    switch: list[SwitchEntry] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "switch", [self._entry(code) for code in LANGUAGES if code in self.paths])

    @property
    def canonical(self) -> str:
        return f"{self.root}{self.canonical_path or self.paths[self.language]}{self.query}"

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """Return (hreflang, absolute address) for each language and x-default; empty without a pair."""
        if not self.pair or self.robots:
            return []
        pairs = [(code, f"{self.root}{self.paths[code]}{self.query}") for code in LANGUAGES]
        return [*pairs, ("x-default", f"{self.root}{self.paths[GERMAN]}{self.query}")]

    def _entry(self, code: str) -> SwitchEntry:
        is_current = code == self.language
        only_here = self.only_here and not is_current
        query = "" if only_here else self.full_query
        return SwitchEntry(code, f"{self.paths[code]}{query}", is_current, only_here)


def query_of(request: HttpRequest) -> str:
    """Return the query string as received, with its question mark; empty without a query."""
    query = request.META.get("QUERY_STRING", "")
    return f"?{query}" if query else ""


def root_of(request: HttpRequest) -> str:
    """Return scheme and host of a request, without a slash at the end."""
    return f"{request.scheme}://{request.get_host()}"


def page_address(page: Page, request: HttpRequest, **options: Any) -> Address:
    """Return the address of a Wagtail page; `options` replace fields of it.

    The language switch of a page without a translation leads to that of its nearest ancestor with one.
    """
    language, other = page.locale.language_code, other_language(page.locale.language_code)
    translation, is_itself = nearest_translation(page)
    paths = {language: page.get_url(request)}
    if translation:
        paths[other] = translation.get_url(request)
    defaults = {"pair": is_itself, "only_here": not is_itself, "full_query": query_of(request)}
    return Address(language, paths, root_of(request), **{**defaults, **options})


def nearest_translation(page: Page) -> tuple[Page | None, bool]:
    """Return (page in the other language, whether it translates `page` and not an ancestor of it), or (None, False)."""
    language, ancestor = other_language(page.locale.language_code), page
    while ancestor is not None:
        if translation := tree().version(ancestor, language):
            return translation, ancestor is page
        ancestor = tree().parent(ancestor)
    return None, False
