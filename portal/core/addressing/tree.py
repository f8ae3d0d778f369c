"""The public pages, kept in memory: one query for home pages, indexes, translations and links.

A language is public while its home page is. Below a hidden home page no page is public, and no link leads there.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import BooleanField, Exists, ExpressionWrapper
from wagtail.models import Page, PageViewRestriction, Site

from portal.core import content_version
from portal.core.language.bilingual import GERMAN, reader_language
from portal.core.visibility import live_q, public_q

HOME_DEPTH = 2
PLACE = ("path", "depth", "numchild", "url_path")
COLUMNS = (*PLACE, "locale", "title", "slug", "translation_key", "content_type", "alias_of")


class Tree:
    """The site (with `has_restrictions`), its home pages by language, and all public pages below them.

    The home pages may ask for a log-in or a password themselves; then no page is public. The pages have only the
    columns that addresses need; reading another one is a query for each page.
    """

    def __init__(self) -> None:
        sites = Site.objects.select_related("root_page")
        self.site = sites.annotate(has_restrictions=Exists(PageViewRestriction.objects.all())).get(is_default_site=True)
        pages = Page.objects.filter(live_q(), depth__gte=HOME_DEPTH).select_related("locale").order_by("path")
        is_public = ExpressionWrapper(public_q(Page), BooleanField())
        live_pages = list(pages.only(*COLUMNS, "locale__language_code").annotate(is_public=is_public))
        key = self.site.root_page.translation_key
        self.homes = {
            _language(page): page for page in live_pages if page.depth == HOME_DEPTH and page.translation_key == key
        }
        roots = tuple(home.path for home in self.homes.values())
        self.pages = {page.pk: page for page in live_pages if page.is_public and page.path.startswith(roots or "-")}
        self._by_path = {page.path: page for page in self.pages.values()}
        self._versions: dict = defaultdict(dict)
        for page in self.pages.values():
            if not page.alias_of_id:
                self._versions[page.translation_key][_language(page)] = page

    def version(self, page: Page, language: str) -> Page | None:
        """Return the public version of a page in a language; `page` itself may be a draft."""
        return self._versions[page.translation_key].get(language) if page.translation_key in self._versions else None

    def parent(self, page: Page) -> Page | None:
        """Return the page above, if it is public."""
        return self._by_path.get(page.path[: -Page.steplen])

    def children(self, page: Page) -> list[Page]:
        """Return the public child pages of a page, in the order of the tree."""
        depth = page.depth + 1
        return [child for child in self.pages.values() if child.depth == depth and child.path.startswith(page.path)]


def in_german_order(pages: Iterable[Page]) -> list[Page]:
    """Return pages of one language in the order of their German versions; one without stays behind its predecessor."""
    keys, last = {}, ""
    for number, page in enumerate(pages := list(pages)):
        german = tree().version(page, GERMAN)
        last = german.path if german else last
        keys[page.pk] = (last, number)
    return sorted(pages, key=lambda page: keys[page.pk])


def tree() -> Tree:
    """Return the tree at the present content version."""
    return content_version.memo("tree", Tree)


def link_target(page_id: int) -> tuple[str, str]:
    """Return (path, language) for a link to a page: those of its version in the reader's language, else its own.

    Both are empty where neither version is public.
    """
    page = tree().pages.get(page_id)
    if page is None:
        return "", ""
    page = tree().version(page, reader_language()) or page
    return page.get_url(), _language(page)


def _language(page: Page) -> str:
    return page.locale.language_code
