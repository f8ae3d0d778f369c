from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.core.pages.public_page import PublicPage
from portal.search.results import Results
from portal.translation.panels import TranslationPanel


class SearchPage(PublicPage):
    """The search over pages and records in both languages."""

    content_panels = [*PublicPage.content_panels, TranslationPanel()]
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    template = "search/search_page.html"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("search page")
        verbose_name_plural = _("search pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        results = Results(request.GET, self.get_url(request), self.locale.language_code)
        if not getattr(request, "is_preview", False):
            results.remember_if_missed()
        context = super().get_context(request, *args, **kwargs)
        # The other language has its own pages of results, so the link to it has no page number.
        robots = "noindex,follow" if results.is_asked else ""
        address = replace(context["address"], robots=robots, full_query=results.query_string())
        return {**context, "results": results, "address": address}
