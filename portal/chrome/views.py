"""Views without a page in the tree: health, robots.txt, sitemap, errors."""

from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache

from portal.chrome import sitemap
from portal.core.addressing.addresses import root_of


@never_cache
def livez(request: HttpRequest) -> HttpResponse:
    """Return 200 while the process is alive, without a query."""
    return HttpResponse("ok", content_type="text/plain")


@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """Return 200 if the database can be reached and is migrated, else 503 with the reason."""
    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except (DatabaseError, InterfaceError):
        return JsonResponse({"database": "away"}, status=503)
    return JsonResponse({"database": "migrations pending" if pending else "ok"}, status=503 if pending else 200)


def robots_txt(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", "Disallow: /admin/", f"Sitemap: {root_of(request)}{reverse('sitemap')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain")


def sitemap_xml(request: HttpRequest) -> HttpResponse:
    entries = sitemap.entries(request)
    return render(request, "chrome/sitemap.xml", {"entries": entries}, content_type="application/xml")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return HttpResponse("400 Bad Request", status=400, content_type="text/plain")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Return 503 while the database cannot be reached, else 500, in the language of the path and without a query."""
    status = 500 if _database_answers() else 503
    return HttpResponse(render_to_string(f"{status}.html", {"LANGUAGE_CODE": get_language()}), status=status)


def _database_answers() -> bool:
    try:
        connection.ensure_connection()
        return connection.is_usable()
    except (DatabaseError, InterfaceError):
        return False
