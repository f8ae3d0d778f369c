"""The science atlas: its overview, and pages of cities, fields and institutions, as pages and as data."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from atlas.exhibits import dataset, files
from atlas.exhibits.tables import Exhibit
from atlas.portraits import addresses, pages
from atlas.portraits.view import View
from portal.core.addressing.addresses import query_of
from portal.core.addressing.tree import link_target
from portal.core.data import as_json
from portal.core.pages.public_page import Crumb, PublicPage
from portal.translation.panels import TranslationPanel

NOINDEX = "noindex,follow"
PATTERNS = {"one_word": "<slug:first>/", "two_words": "<slug:first>/<slug:second>/"}


class AtlasPage(RoutablePageMixin, PublicPage):
    """The overview of the atlas in one language; `atlas.portraits.pages` says which pages there are below it."""

    is_atlas = True  # by which `atlas.portraits.addresses` knows it

    story = models.ForeignKey(
        Page,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("read on"),
        help_text=_("The page that tells of the printed atlases."),
    )
    content_panels = [*PublicPage.content_panels, FieldPanel("story"), TranslationPanel()]
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    template = "atlas/overview.html"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("science atlas")
        verbose_name_plural = _("science atlases")

    @path("")
    def index_route(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Return the overview, as a page or as data; `?format=datapackage` describes the files of the atlas."""
        view = pages.view_of(request)
        if view is None:
            return super().index_route(request, *args, **kwargs)
        if request.GET.get("format") == "datapackage":
            return dataset.datapackage(pages.resources(view), request)
        return self._answer(request, pages.whole(self.title), view)

    @path(PATTERNS["one_word"], name="one_word")
    @path(PATTERNS["two_words"], name="two_words")
    def below(self, request: HttpRequest, first: str, second: str = "") -> HttpResponseBase:
        """Return a page below the overview; redirect (301) from its address in the other language."""
        view = pages.view_of(request)
        language = self.locale.language_code
        portrait = pages.at([first, second] if second else [first], request, language) if view else None
        if portrait is None or view is None:
            raise Http404
        proper = addresses.url(portrait.kind, portrait.key, language)
        if request.path != proper:
            return HttpResponsePermanentRedirect(proper + query_of(request))
        return self._answer(request, portrait, view)

    def get_route_paths(self) -> Iterator[str]:
        yield "/"
        for kind, key in addresses.places():
            yield f"/{addresses.below(self.locale.language_code, kind, key)}"

    def _answer(self, request: HttpRequest, portrait: pages.Portrait, view: View) -> HttpResponseBase:
        context = {"view": view, **portrait.context(view)}
        exhibits: Mapping[str, Exhibit] = context["exhibits"]
        if (as_data := _data(request, portrait.title, context)) is not None:
            return as_data
        is_narrowed = not view.selection.is_default or context.get("is_narrowed", False)
        shown = context["view"].what
        context |= {
            "title": portrait.title,
            "citation": dataset.citation(portrait.title, shown, exhibits.values(), request),
            "linked_data": dataset.dataset(portrait.title, shown, exhibits, request, context["view"].technique),
            "address": addresses.address(
                request,
                self.locale.language_code,
                portrait.kind,
                portrait.key,
                robots=NOINDEX if is_narrowed else "",
            ),
            "breadcrumb": self._breadcrumb(request, portrait),
            "atlas": {kind: addresses.url(kind) for kind in sorted(pages.NAMED)},
            "package": f"{addresses.url()}?format=datapackage",
            "story": link_target(self.story_id) if self.story_id else None,
        }
        return TemplateResponse(request, portrait.template, {**Page.get_context(self, request), **context})

    def _breadcrumb(self, request: HttpRequest, portrait: pages.Portrait) -> list[Crumb]:
        below = [Crumb(portrait.crumb or portrait.title)] if portrait.kind else []
        return self.get_breadcrumb(request, *below)


def _data(request: HttpRequest, title: str, context: Mapping[str, Any]) -> HttpResponse | None:
    """Return the tables of a page as JSON, or the one that is named as CSV or JSON; None where a page is wanted.

    A table that the page does not have is 404.
    """
    kind, name = request.GET.get("format", ""), request.GET.get("table", "")
    exhibits: Mapping[str, Exhibit] = context["exhibits"]
    if kind not in {"csv", "json"}:
        return None
    if name and name not in exhibits:
        raise Http404
    if kind == "csv":
        exhibit = exhibits.get(name) or next(iter(exhibits.values()), None)
        if exhibit is None:
            raise Http404
        return files.as_csv(exhibit)
    chosen = [exhibits[name]] if name else list(exhibits.values())
    tables = [files.as_data(exhibit) for exhibit in chosen]
    return as_json({"title": title, "shows": context["view"].what, "tables": tables})
