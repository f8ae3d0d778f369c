"""The address of each country with partners, in both languages: /de/partnerschaften/land/frankreich/."""

from functools import cache

from partners.geography import countries
from partners.institutions.status import PARTNERS, with_status
from partners.models import Institution
from portal.core.addresses import Address, query_of, root_of
from portal.core.bilingual import LANGUAGES, other_language, reader_language
from portal.core.indexes import index_pages, index_url
from portal.core.letters import slug_of
from portal.core.visibility import public

WORDS = {"de": "land", "en": "country"}


def path_below(code: str, language: str) -> str:
    """Return the part of the address below the list: "/land/frankreich/"."""
    return f"/{WORDS[language]}/{slug(code, language)}/"


@cache
def slug(code: str, language: str) -> str:
    return slug_of(countries.name(code, language), fallback=code.lower())


@cache
def _codes_by_slug(language: str) -> dict[str, str]:
    return {slug(code, language): code for code in countries.names(language)}


def code_of(written: str, language: str) -> str | None:
    """Return the country that a part of an address means: by its name, first in `language`, or by its code."""
    for code in (language, other_language(language)):
        if found := _codes_by_slug(code).get(written):
            return found
    return written.upper() if written.upper() in countries.names(language) else None


def codes() -> list[str]:
    """Return the countries that have a page: those with a partner. One query, where the facet index takes two."""
    found = with_status(public(Institution.objects.order_by())).filter(partner_status__in=PARTNERS)
    return sorted(set(found.values_list("country", flat=True)))


def url(code: str, language: str | None = None) -> str:
    """Return the path of the page of a country; empty without a list of partners in that language."""
    language = language or reader_language()
    above = index_url(Institution, language)
    return f"{above.rstrip('/')}{path_below(code, language)}" if above else ""


def address(code: str, request, language: str) -> Address:
    paths = {one: url(code, one) for one in LANGUAGES if one in index_pages(Institution)}
    return Address(language, paths, root_of(request), pair=len(paths) == len(LANGUAGES), full_query=query_of(request))
