"""Every public, indexable, canonical address with its counterpart in the other language."""

from django.apps import apps

from portal.core.addresses import Address
from portal.core.bilingual import is_empty
from portal.core.indexes import RecordIndexPage, address_of
from portal.core.pages import PublicPage
from portal.core.visibility import public


def entries(request) -> list[Address]:
    """Return the address of every page and record that search engines may show."""
    return [*_pages(request), *_records(request)]


def _pages(request):
    for page_type in _types(PublicPage):
        for page in public(page_type.objects.filter(alias_of=None)).select_related("locale"):
            yield page.get_address(request, full_query="")


def _records(request):
    for page_type in _types(RecordIndexPage):
        for index in public(page_type.objects.filter(alias_of=None)).select_related("locale"):
            for record in public(index.get_record_model().objects.all()):
                if not is_empty(getattr(record, f"name_{index.language}")):
                    yield address_of(record, request, index.language)


def _types(base):
    return [model for model in apps.get_models() if issubclass(model, base)]
