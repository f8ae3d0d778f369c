"""The addresses of the atlas below its page, in both languages: /de/wissenschaftsatlas/fach/nanotechnologie/.

Slugs are made from names. A city answers at its notation, which is the same in both languages.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from atlas.models import Scheme
from atlas.observations.index import AtlasIndex, atlas_index
from portal.core import content_version
from portal.core.addressing.addresses import Address, query_of, root_of
from portal.core.addressing.tree import tree
from portal.core.language.bilingual import LANGUAGES, other_language, reader_language, text
from portal.core.language.letters import slug_of

FIELD, INSTITUTION = "field", "institution"
WORDS = {
    FIELD: {"de": "fach", "en": "field"},
    INSTITUTION: {"de": "einrichtung", "en": "institution"},
    "method": {"de": "methode", "en": "method"},
    "comparison": {"de": "vergleich", "en": "comparison"},
    "figures": {"de": "zahlen", "en": "figures"},
}


def atlas_pages() -> dict[str, Page]:
    """Return the public pages of the atlas by language."""
    return content_version.memo("atlas-pages", _atlas_pages)


def _atlas_pages() -> dict[str, Page]:
    pages = [page for page in tree().pages.values() if getattr(page.specific_class, "is_atlas", False)]
    return {page.locale.language_code: page for page in pages if not page.alias_of_id}


def root(language: str | None = None) -> str:
    """Return the path of the overview, by default in the reader's language; empty without one."""
    page = atlas_pages().get(language or reader_language())
    return page.get_url() if page else ""


def below(language: str, kind: str = "", key: int | None = None) -> str:
    """Return the part of a path below the overview: "bochum/", "fach/nanotechnologie/", "methode/"; "" for itself."""
    if kind == "city":
        return f"{atlas_index().cities[key or 0].notation}/"
    if kind in {FIELD, INSTITUTION}:
        return f"{WORDS[kind][language]}/{slugs(kind, language)[key or 0]}/"
    return f"{WORDS[kind][language]}/" if kind else ""


def url(kind: str = "", key: int | None = None, language: str | None = None) -> str:
    """Return the path of a page of the atlas; empty where the language has no atlas, or the record no page."""
    language = language or reader_language()
    start = root(language)
    if not start or (key is not None and kind in WORDS and key not in slugs(kind, language)):
        return ""
    return f"{start}{below(language, kind, key)}"


def address(request: HttpRequest, language: str, kind: str = "", key: int | None = None, **options: Any) -> Address:
    """Return the address of a page of the atlas, for the canonical link and the language switch."""
    paths = {code: url(kind, key, code) for code in LANGUAGES if code in atlas_pages()}
    return Address(
        language,
        paths,
        root_of(request),
        pair=len(paths) == len(LANGUAGES),
        full_query=query_of(request),
        **options,
    )


def slugs(kind: str, language: str) -> dict[int, str]:
    """Return the slugs of the fields or institutions that have a page, by their keys."""
    return content_version.memo(f"atlas-slugs-{kind}-{language}", lambda: _slugs(kind, language))


def _slugs(kind: str, language: str) -> dict[int, str]:
    index = atlas_index()
    records = {**index.fields} if kind == FIELD else {**index.institutions}
    made: dict[str, int] = {}
    for key in shown(index, kind):
        slug = slug_of(str(text(records[key], "name", language)), fallback=records[key].public_id)
        made[slug if slug not in made else f"{slug}-{records[key].public_id}"] = key
    return {key: slug for slug, key in made.items()}


def shown(index: AtlasIndex, kind: str) -> list[int]:
    """Return the keys of the fields or institutions that have a page: those with a figure."""
    if kind == INSTITUTION:
        return [key for key in index.institutions if key in index.by_institution]
    used = {figure.field for figure in index.figures}
    return [
        key
        for key, field in index.fields.items()
        if key in used and field.scheme == Scheme.EUROSCIVOC and not field.is_residual
    ]


def find(kind: str, slug: str, language: str) -> int | None:
    """Return the key of the record at a slug in `language`, in the other one or by its identifier; None without one."""
    for code in (language, other_language(language)):
        for key, known in slugs(kind, code).items():
            if known == slug:
                return key
    records: dict = {**atlas_index().fields} if kind == FIELD else {**atlas_index().institutions}
    return next((key for key in slugs(kind, language) if records[key].public_id == slug), None)


def find_city(slug: str) -> int | None:
    """Return the key of the city with this notation, or None."""
    return next((key for key, city in atlas_index().cities.items() if city.notation == slug), None)


def places() -> Iterator[tuple[str, int | None]]:
    """Yield (kind, key) of every page below the overview."""
    index = atlas_index()
    yield from (("city", key) for key in index.cities)
    for kind in (FIELD, INSTITUTION):
        yield from ((kind, key) for key in shown(index, kind))
    yield from ((kind, None) for kind in WORDS if kind not in {FIELD, INSTITUTION})


@cache
def kind_of(word: str) -> str:
    """Return the kind of page that a word in a path stands for, in either language; "" for none."""
    return next((kind for kind, words in WORDS.items() if word in words.values()), "")
