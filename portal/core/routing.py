"""From a path to a page in two queries; Wagtail's own way takes three and two more per level.

Only the tree of the path's language is searched: with the English home unpublished, Wagtail would serve the German
tree under /en/.
"""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponsePermanentRedirect
from wagtail.models import Page
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from portal.core.addresses import query_of
from portal.core.bilingual import other_language, reader_language
from portal.core.tree import tree
from portal.core.visibility import public


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer for a path below a language: the page, the address that it has in this language, or 404."""
    request._wagtail_site = tree().site
    found = route(request, path, reader_language())
    if found is None:
        return _elsewhere(request, path)
    request._wagtail_route_for_request = found
    return wagtail_serve(request, path)


def route(request: HttpRequest, path: str, language: str) -> RouteResult | None:
    """Return Wagtail's RouteResult for `path` in the tree of `language`, or None."""
    home = tree().homes.get(language)
    if home is None:
        return None
    parts = [part for part in path.split("/") if part]
    stems = [home.url_path + "".join(f"{part}/" for part in parts[:count]) for count in range(len(parts) + 1)]
    page = _deepest(stems)
    try:
        found = page.route(request, parts[stems.index(page.url_path) :]) if page else None
    except Http404:
        return None
    # Wagtail would go on to a page below that has expired by the clock but has not been taken down yet.
    return found if found and found.page.pk == page.pk else None


def _deepest(stems: list[str]) -> Page | None:
    """Return the last public page on a way, in its own type, with the pages above it in `on_the_way`."""
    pages = public(Page.objects.filter(url_path__in=stems)).select_related("locale", "content_type").order_by("depth")
    *above, found = [*pages] or [None]
    if found is None:
        return None
    page = found.specific
    page.locale = found.locale
    page.on_the_way = above
    return page


def _elsewhere(request: HttpRequest, path: str) -> HttpResponsePermanentRedirect:
    """Send a German path under /en/ (or the reverse) to its proper address in the language asked for."""
    language = reader_language()
    found = route(request, path, other_language(language)) if language in tree().homes else None
    if found is None:
        raise Http404
    page, _args, _kwargs = found
    translation = public(page.get_translations().filter(locale__language_code=language)).first()
    if translation is None:
        raise Http404
    rest = _below(path, page)
    return HttpResponsePermanentRedirect(translation.specific.get_url(request) + rest + query_of(request))


def _below(path: str, page: Page) -> str:
    """Return what of `path` stands below the address of `page`: the part that the page itself routes."""
    parts = [part for part in path.split("/") if part]
    rest = parts[page.depth - 2 :]
    return "".join(f"{part}/" for part in rest)


class RefuseNulMiddleware:
    """Answer 400 to a path with a NUL character: no page has one, and PostgreSQL refuses to compare it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path_info:
            return HttpResponseBadRequest("400 Bad Request", content_type="text/plain")
        return self.get_response(request)
