"""Views without a page in the tree: health, robots.txt, sitemap, errors."""

import sys
from functools import cache

from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache

from portal.chrome import sitemap
from portal.chrome.standalone import standalone_answer
from portal.core.addressing.addresses import root_of
from portal.core.language.bilingual import GERMAN


@never_cache
def livez(request: HttpRequest) -> HttpResponse:
    """Return 200 while the process is alive, without a query."""
    return HttpResponse("ok", content_type="text/plain")


@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """Return 200 if the database can be reached and is migrated, else 503 with the reason."""
    try:
        pending = _last_migrations() - MigrationRecorder(connection).applied_migrations().keys()
    except (DatabaseError, InterfaceError):
        return JsonResponse({"database": "away"}, status=503)
    return JsonResponse({"database": "migrations pending" if pending else "ok"}, status=503 if pending else 200)


@cache
def _last_migrations() -> set[tuple[str, str]]:
    """Return the last migration of each app, which are the same as long as this process lives."""
    return set(MigrationLoader(None).graph.leaf_nodes())


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
    """Return 503 while the database is away or too busy, else 500, in the language of the path and without a query."""
    is_outage = _came_from_the_database(sys.exception()) or not _database_answers()
    return standalone_answer(503 if is_outage else 500, get_language() or GERMAN)


def _came_from_the_database(error: BaseException | None) -> bool:
    """Tell whether the server refused or gave up, as after a timeout; a template may have wrapped its error."""
    while error is not None:
        if isinstance(error, OperationalError | InterfaceError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _database_answers() -> bool:
    try:
        connection.ensure_connection()
        return connection.is_usable()
    except (DatabaseError, InterfaceError):
        return False
