"""The URLs of the pages of countries, in both languages: /de/partnerschaften/land/frankreich/."""

from functools import cache

from django.http import HttpRequest

from partners.geography import countries
from partners.institutions.status import PARTNERS, with_status
from partners.models import Institution
from portal.core.addressing.addresses import Address, query_of, root_of
from portal.core.language.bilingual import LANGUAGES, other_language, reader_language
from portal.core.language.letters import slug_of
from portal.core.pages.index_page import index_pages, index_url
from portal.core.visibility import public

WORDS = {"de": "land", "en": "country"}


def path_below(code: str, language: str) -> str:
    """Return the part of the path below the list of partners: "/land/frankreich/"."""
    return f"/{WORDS[language]}/{slug(code, language)}/"


@cache
def slug(code: str, language: str) -> str:
    """Return the slug of a country, made from its name; the lower-case code where there is no name."""
    return slug_of(countries.name(code, language), fallback=code.lower())


@cache
def _codes_by_slug(language: str) -> dict[str, str]:
    return {slug(code, language): code for code in countries.names(language)}


def code_of(path_segment: str, language: str) -> str | None:
    """Return the code of a country by its slug, in `language` or else in the other one, or by the code itself."""
    for slug_language in (language, other_language(language)):
        if code := _codes_by_slug(slug_language).get(path_segment):
            return code
    return path_segment.upper() if path_segment.upper() in countries.names(language) else None


def codes() -> list[str]:
    """Return the codes of the countries that have a page, because they have a partner: one query."""
    partners = with_status(public(Institution.objects.order_by())).filter(partner_status__in=PARTNERS)
    return sorted(set(partners.values_list("country", flat=True)))


def url(code: str, language: str | None = None) -> str:
    """Return the path of a country's page, by default in the reader's language; empty without a list of partners."""
    language = language or reader_language()
    list_url = index_url(Institution, language)
    return f"{list_url.rstrip('/')}{path_below(code, language)}" if list_url else ""


def address(code: str, request: HttpRequest, language: str) -> Address:
    """Return the address of a country's page, for the canonical link and the language switch."""
    paths = {
        path_language: url(code, path_language)
        for path_language in LANGUAGES
        if path_language in index_pages(Institution)
    }
    return Address(language, paths, root_of(request), pair=len(paths) == len(LANGUAGES), full_query=query_of(request))
