"""The page that gives a record type its place in the tree: it serves the list, and a detail page for each record."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.template.response import TemplateResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from portal.core import content_version
from portal.core.addressing.addresses import Address, query_of, root_of
from portal.core.addressing.tree import tree
from portal.core.data import DataMixin
from portal.core.language.bilingual import LANGUAGES, is_empty, is_translated, other_language, reader_language, text
from portal.core.models import Record, SlugHistory
from portal.core.models.slugs import answers_at
from portal.core.pages.public_page import Crumb, PublicPage
from portal.core.related import fetch_related
from portal.core.visibility import public

NO_TRACE_HEADERS = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}


class RecordIndexPage(DataMixin, RoutablePageMixin, PublicPage):
    """Concrete types name their record in `record_model` ("programs.Program")."""

    record_model = ""

    class Meta:
        abstract = True

    @classmethod
    def get_record_model(cls) -> type[Record]:
        return apps.get_model(cls.record_model)

    @property
    def language(self) -> str:
        return self.locale.language_code

    @path("<slug:slug>/", name="detail")
    def detail(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Answer with the record, or redirect (301) from a former slug or that of the other language."""
        record = self.find(slug)
        if record is None:
            return HttpResponsePermanentRedirect(self.former_address(slug) + query_of(request))
        vars(request)["shown_record"] = record  # for the bar of staff
        name = text(record, "name", self.language)
        context = {
            **record.detail_context(),
            "address": record_address(record, request, self.language),
            "breadcrumb": self.get_breadcrumb(request, Crumb(str(name), lang_attribute=name.lang_attribute)),
        }
        # Wagtail's context alone: `get_context` of the types also reads the list.
        context = {**Page.get_context(self, request), **context}
        headers = NO_TRACE_HEADERS if record.is_sensitive else None
        return TemplateResponse(request, record.template, context, headers=headers)

    def find(self, slug: str) -> Record | None:
        """Return the public record at `slug` in the language of this page, with its page_relations, or None."""
        records = self._public_records().filter(answers_at(self.language, slug))
        return next(iter(fetch_related(records, *self.get_record_model().page_relations)), None)

    def former_address(self, slug: str) -> str:
        """Return the path of the record whose slug in the other language, or former slug, is `slug`; raises Http404."""
        records, model = self._public_records(), self.get_record_model()
        record = records.filter(answers_at(other_language(self.language), slug)).first()
        if record is None:
            keys = [SlugHistory.objects.find(model, code, slug) for code in (self.language, *LANGUAGES)]
            record = records.filter(pk__in=[key for key in keys if key]).first()
        if record is None:
            raise Http404
        return record_url(record, self.language)

    def get_route_paths(self) -> Iterator[str]:
        """Yield every path below this page: when it moves, Wagtail makes a redirect for each of them."""
        yield "/"
        for record in self._public_records().only("slug_de", "slug_en"):
            yield f"/{record.slug_in(self.language)}/"

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        return []

    def _public_records(self) -> QuerySet[Record]:
        return public(self.get_record_model()._default_manager.all())


def index_pages(model: type[Model]) -> dict[str, Page]:
    """Return the public index pages of a record type by language; without one its records have no address there."""
    return content_version.memo("index-pages", _index_pages).get(model, {})


def _index_pages() -> dict[type[Model], dict[str, Page]]:
    types = [page_type for page_type in apps.get_models() if issubclass(page_type, RecordIndexPage)]
    index: dict = {page_type.get_record_model(): {} for page_type in types}
    for page in tree().pages.values():
        if page.specific_class in types and not page.alias_of_id:
            index[page.specific_class.get_record_model()][page.locale.language_code] = page
    return index


def index_url(model: type[Model], language: str | None = None) -> str:
    """Return the path of the list of a record type, by default in the reader's language; empty where it has none."""
    page = index_pages(model).get(language or reader_language())
    return page.get_url() if page else ""


def record_url(record: Record, language: str) -> str:
    """Return the path of a record in `language`, or in the other one where only that has an index page.

    It is empty for a type without index pages: an institution, or a record with a page of its own.
    """
    pages = index_pages(type(record))
    for code in (language, other_language(language)):
        if code in pages:
            return f"{pages[code].get_url()}{record.slug_in(code)}/"
    return ""


def record_address(record: Record, request: HttpRequest, language: str) -> Address:
    """Return the address of a record. The canonical address of a record without English is its German page."""
    pages = index_pages(type(record))
    paths = {code: record_url(record, code) for code in LANGUAGES if code in pages}
    is_fallback = is_empty(getattr(record, f"name_{language}"))
    return Address(
        language,
        paths,
        root_of(request),
        pair=len(paths) == len(LANGUAGES) and is_translated(record),
        canonical_path=paths.get("de", "") if is_fallback else "",
        full_query=query_of(request),
    )
