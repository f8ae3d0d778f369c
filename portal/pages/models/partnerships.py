"""The directory of partners: as a list, on a map, by country, and as data."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.models import Page

from partners.directory import country_addresses, data
from partners.directory.country_page import country_page
from partners.directory.finder import PartnerFinder
from partners.facts import selectors
from partners.models import Fact
from portal.core.addressing.addresses import query_of
from portal.core.addressing.tree import link_target
from portal.core.pages.public_page import Crumb
from portal.core.time.moment import today
from portal.pages.models.finding import FinderPage
from portal.translation.panels import TranslationPanel


class PartnershipIndexPage(FinderPage):
    """The list of partners, filtered by the query string, with a page for each country."""

    record_model = "partners.Institution"
    finder_type = PartnerFinder
    statement = models.ForeignKey(
        Fact,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("what is said elsewhere"),
        help_text=_("A number of partnerships with its source: stands beside what is counted here."),
    )
    story = models.ForeignKey(
        Page,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("read on"),
        help_text=_("The page that explains why these numbers are not the same."),
    )
    content_panels = [
        *FinderPage.content_panels[:-1],
        FieldPanel("statement"),
        FieldPanel("story"),
        TranslationPanel(),
    ]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.MySubjectPage"]
    template = "partners/institution_index.html"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of partnerships")
        verbose_name_plural = _("lists of partnerships")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        finder = context["finder"]
        return {
            **context,
            "today": today(),
            "official": finder.official,
            "statement": None if finder.filter.is_narrowed else self._statement(),
            "story": link_target(self.story_id) if self.story_id else None,
            "data_links": data.links(finder),
        }

    def _statement(self) -> Fact | None:
        return next(iter(selectors.chosen_facts([self.statement_id])), None) if self.statement_id else None

    @path("")
    def index_route(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Return the list as a page or as data; as data, unknown parameters are an error (400)."""
        write = data.WRITERS.get(request.GET.get("format", ""))
        if write is None:
            return super().index_route(request, *args, **kwargs)
        finder = PartnerFinder(request.GET, self.get_url(request))
        if finder.notices:
            return JsonResponse({"errors": finder.notices}, status=400, headers=data.HEADERS)
        return write(finder, request)

    @path("land/<slug:slug>/", name="country_de")
    @path("country/<slug:slug>/", name="country_en")
    def country(self, request: HttpRequest, slug: str) -> HttpResponseBase:
        """Return the page of a country; redirect (301) from its code and from its name in the other language."""
        code = country_addresses.code_of(slug, self.language)
        page = country_page(code, self.get_url(request)) if code else None
        if not code or page is None:
            raise Http404
        if request.path != country_addresses.url(code, self.language):
            return HttpResponsePermanentRedirect(country_addresses.url(code, self.language) + query_of(request))
        context = {
            **Page.get_context(self, request),
            **page,
            "data_links": data.links(page["finder"]),
            "today": today(),
            "address": country_addresses.address(code, request, self.language),
            "breadcrumb": self.get_breadcrumb(request, Crumb(page["name"])),
        }
        return TemplateResponse(request, "partners/country.html", context)

    def get_route_paths(self) -> Iterator[str]:
        yield from super().get_route_paths()
        for code in country_addresses.codes():
            yield country_addresses.path_below(code, self.language)
