"""Registers pages for the search, with the texts of their blocks."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from partners.models import Network
from portal.core.addressing.tree import tree
from portal.core.pages.public_page import PublicPage
from portal.core.visibility import public
from portal.pages.models import HomePage, LegalPage, NetworkPage, SearchPage
from portal.search.registry import DocumentType, Entry, register
from portal.translation.texts import of_page

PRIORITIES = {LegalPage: 0.6, HomePage: 0.6}
IN_HEAD = {"title", "lede"}


@register
class PageDocuments(DocumentType):
    model = Page
    kind = "page"
    label = _("Pages")
    depends_on = {Network: "networkpage__network"}

    def visible(self) -> QuerySet[Page]:
        """Return the public pages, except the search page."""
        pages: Any = Page.objects.filter(alias_of=None)
        return public(pages.not_exact_type(SearchPage))

    def languages(self) -> list[str]:
        return list(tree().homes)

    def load(self, keys: Iterable[int]) -> list[PublicPage]:
        pages: Any = self.visible().filter(pk__in=keys).select_related("locale")
        return [page for page in pages.specific() if isinstance(page, PublicPage)]

    def entries(self, instance: PublicPage) -> dict[str, Entry]:
        texts = of_page(instance)
        body = "\n".join(text for path, text in texts.items() if path not in IN_HEAD)
        if isinstance(instance, NetworkPage):
            body = f"{body}\n{instance.words_for_search()}"
        entry = Entry(
            title=instance.title,
            summary=instance.lede,
            body=body,
            priority=PRIORITIES.get(type(instance), 1.0),
        )
        return {instance.locale.language_code: entry}

    def identity(self, instance: PublicPage) -> str:
        return f"page:{instance.translation_key}"

    def addresses(self, keys: Iterable[int], language: str) -> dict[int, str]:
        pages = Page.objects.filter(pk__in=keys).select_related("locale")
        return {page.pk: page.get_url() for page in pages}

    def covers(self, instance: Any) -> bool:
        return isinstance(instance, Page)
