"""Addresses that are no pages: health, robots, sitemap, errors."""

from django.core.exceptions import SuspiciousOperation
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache

from portal.chrome import sitemap
from portal.core.addresses import root_of


@never_cache
def livez(request):
    """Answer while the process lives; asks no database."""
    return HttpResponse("ok", content_type="text/plain")


@never_cache
def readyz(request):
    """Answer 200 when the database is there and migrated, else 503 with what is missing."""
    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except (DatabaseError, InterfaceError):
        return JsonResponse({"database": "away"}, status=503)
    return JsonResponse({"database": "migrations pending" if pending else "ok"}, status=503 if pending else 200)


def robots_txt(request):
    lines = ["User-agent: *", "Disallow: /admin/", f"Sitemap: {root_of(request)}{reverse('sitemap')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain")


def sitemap_xml(request):
    entries = sitemap.entries(request)
    return render(request, "chrome/sitemap.xml", {"entries": entries}, content_type="application/xml")


def bad_request(request, exception: SuspiciousOperation | None = None):
    return HttpResponse("400 Bad Request", status=400, content_type="text/plain")


def not_found(request, exception=None):
    return render(request, "404.html", status=404)


def server_error(request):
    """Answer without the database, in the language of the path: 503 while the database is away, else 500."""
    status = 500 if _database_answers() else 503
    return HttpResponse(render_to_string(f"{status}.html", {"LANGUAGE_CODE": get_language()}), status=status)


def _database_answers() -> bool:
    try:
        connection.ensure_connection()
        return connection.is_usable()
    except (DatabaseError, InterfaceError):
        return False
