"""The sitemap: the canonical address of everything public, with its counterpart in the other language."""

from collections import defaultdict
from collections.abc import Iterator

from django.apps import apps
from django.http import HttpRequest

from atlas.portraits import addresses as atlas_addresses
from partners.directory import country_addresses
from partners.models import Institution
from portal.core.addressing.addresses import Address, root_of
from portal.core.addressing.tree import tree
from portal.core.language.bilingual import LANGUAGES, is_empty
from portal.core.pages.index_page import RecordIndexPage, index_pages, record_address
from portal.core.visibility import public


def entries(request: HttpRequest) -> list[Address]:
    """Return the addresses of public pages and records, countries with partners, and the atlas: a few queries."""
    return [*_pages(request), *_records(request), *_countries(request), *_atlas(request)]


def _pages(request: HttpRequest) -> Iterator[Address]:
    paths: dict = defaultdict(dict)
    for page in tree().pages.values():
        if not page.alias_of_id:
            paths[page.translation_key][page.locale.language_code] = page.get_url(request)
    for pair in paths.values():
        for language in pair:
            yield Address(language, pair, root_of(request), pair=len(pair) == len(LANGUAGES))


def _records(request: HttpRequest) -> Iterator[Address]:
    types = {page.get_record_model() for page in apps.get_models() if issubclass(page, RecordIndexPage)}
    for model in sorted(types, key=lambda model: model._meta.label):  # the order of a set differs between processes
        for record in public(model.objects.order_by("pk")):
            for language in index_pages(model):
                if not is_empty(getattr(record, f"name_{language}")):
                    yield record_address(record, request, language)


def _countries(request: HttpRequest) -> Iterator[Address]:
    for code in country_addresses.codes():
        for language in index_pages(Institution):
            yield country_addresses.address(code, request, language)


def _atlas(request: HttpRequest) -> Iterator[Address]:
    languages = atlas_addresses.atlas_pages()
    for kind, key in atlas_addresses.places() if languages else ():
        for language in languages:
            yield atlas_addresses.address(request, language, kind, key)
