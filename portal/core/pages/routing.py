"""Finds the page for a path in two queries; Wagtail's own routing takes three, and two more per level.

Only the tree of the path's language is searched: with the English home unpublished, Wagtail would serve the German
tree under /en/.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from wagtail.models import Page
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from portal.core.addressing.addresses import query_of
from portal.core.addressing.tree import tree
from portal.core.language.bilingual import other_language, reader_language
from portal.core.visibility import live_q


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with the page at a path below a language, or a redirect to its address in this language, or 404."""
    wagtail_request: Any = request  # in which Wagtail looks for the two
    wagtail_request._wagtail_site = tree().site
    result = route(request, path, reader_language())
    if result is None:
        return _redirect_to_translation(request, path)
    wagtail_request._wagtail_route_for_request = result
    return wagtail_serve(request, path)


def route(request: HttpRequest, path: str, language: str) -> RouteResult | None:
    """Return Wagtail's RouteResult for `path` in the tree of `language`, or None."""
    home = tree().homes.get(language)
    if home is None:
        return None
    parts = [part for part in path.split("/") if part]
    url_paths = [home.url_path + "".join(f"{part}/" for part in parts[:count]) for count in range(len(parts) + 1)]
    page = _deepest_page(url_paths)
    try:
        result = page.route(request, parts[url_paths.index(page.url_path) :]) if page else None
    except Http404:
        return None
    # Wagtail would also route to a child page that has expired but that the scheduler has not yet unpublished.
    return result if result and page and result.page.pk == page.pk else None


def _deepest_page(url_paths: list[str]) -> Page | None:
    """Return the deepest live page at some paths, in its own type, with its ancestors in `routed_ancestors`.

    It may ask for a log-in or a password, which is Wagtail's next step.
    """
    pages = Page.objects.filter(live_q(), url_path__in=url_paths).select_related("locale", "content_type")
    *ancestors, base_page = [*pages.order_by("depth")] or [None]
    if base_page is None:
        return None
    page = base_page.specific
    page.locale = base_page.locale
    page.routed_ancestors = ancestors
    return page


def _redirect_to_translation(request: HttpRequest, path: str) -> HttpResponsePermanentRedirect:
    """Redirect a German path under /en/, or an English one under /de/, to the translation of its page; else 404."""
    language = reader_language()
    result = route(request, path, other_language(language)) if language in tree().homes else None
    if result is None:
        raise Http404
    page, _args, _kwargs = result
    translation = page.get_translations().filter(live_q(), locale__language_code=language).first()
    if translation is None:
        raise Http404
    rest = _path_below(path, page)
    return HttpResponsePermanentRedirect(translation.specific.get_url(request) + rest + query_of(request))


def _path_below(path: str, page: Page) -> str:
    """Return the part of `path` below the address of `page`, which the page routes itself."""
    parts = [part for part in path.split("/") if part]
    rest = parts[page.depth - 2 :]
    return "".join(f"{part}/" for part in rest)
