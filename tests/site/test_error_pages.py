"""Error pages: in the reader's language, useful, and without internal details."""

import html5lib
import pytest
from bs4 import BeautifulSoup
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client

from portal.core import content_version

TITLES = {"de": "Diese Seite lässt sich gerade nicht zeigen", "en": "This page cannot be shown right now"}
LEGAL = {"de": {"/de/impressum/", "/de/datenschutz/"}, "en": {"/en/imprint/", "/en/privacy/"}}

WAYS_ON = {"de": {"/de/angebote/", "/de/kontakt/"}, "en": {"/en/programmes/", "/en/contact/"}}


def get(path, language="de"):
    client = Client(raise_request_exception=False, headers={"accept-language": language})
    return client.get(path)


def read(response):
    html = response.content.decode()
    html5lib.HTMLParser(strict=True).parse(html)
    return BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize(
    ("path", "wish", "language"),
    [
        ("/de/nichts/", "en", "de"),
        ("/en/nothing/", "de", "en"),
        ("/en/programmes/nothing/", "de", "en"),
        ("/fr/", "en", "en"),
        ("/fr/", "fr", "de"),
    ],
)
def test_not_found_is_a_whole_page(walk, path, wish, language):
    response = get(path, wish)
    page = read(response)
    assert response.status_code == 404
    assert page.html["lang"] == language
    assert len(page.select("h1")) == len(page.select("main")) == 1
    links = {link["href"] for link in page.select("a[href]")}
    assert LEGAL[language] <= links
    assert f"/{language}/" in links
    assert page.main.select_one("form[role=search]")["action"] in ("/de/suche/", "/en/search/")
    assert {link["href"] for link in page.main.select("a")} >= WAYS_ON[language]
    assert not page.select('link[rel="canonical"], link[rel="alternate"]')


@pytest.fixture
def database_away(demo_content):
    """The database server is unreachable from the next query on."""

    def refuse(*args, **options):
        raise OperationalError("connection refused: secret-host:5432")

    with pytest.MonkeyPatch.context() as patch:
        for name in ("cursor", "ensure_connection", "connect"):
            patch.setattr(BaseDatabaseWrapper, name, refuse)
        content_version.forget()
        yield


@pytest.mark.parametrize(
    ("path", "wish", "language"),
    [
        ("/de/", "en", "de"),
        ("/en/", "de", "en"),
        ("/en/programmes/", "de", "en"),
        ("/de/angebote/dimento/", "en", "de"),
        ("/de/nichts/", "en", "de"),
        ("/sitemap.xml", "en", "en"),
    ],
)
def test_with_the_database_away_there_is_still_a_page(database_away, path, wish, language):
    response = get(path, wish)
    page = read(response)
    assert response.status_code == 503
    assert page.html["lang"] == language
    assert page.h1.get_text(strip=True) == TITLES[language]
    assert len(page.select("h1")) == len(page.select("main")) == len(page.select("header")) == 1
    other = page.find(["div", "section"], lang="en" if language == "de" else "de")
    assert other.h2.get_text(strip=True) == TITLES[other["lang"]]
    gives_nothing_away(response)


def gives_nothing_away(response):
    for secret in ("Traceback", "OperationalError", "secret-host", "RuntimeError", "settings", "/portal/"):
        assert secret not in response.content.decode()
    assert "unsafe" not in response["Content-Security-Policy"]
    assert not response.cookies


@pytest.mark.parametrize("path", ["/de/angebote/", "/en/programmes/"])
def test_a_mistake_of_ours_is_500_without_a_trace(demo_content, monkeypatch, path):
    def fail(*args):
        raise RuntimeError("secret-host")

    monkeypatch.setattr("portal.pages.models.ProgramIndexPage.finder_type", fail)
    response = get(path)
    page = read(response)
    assert response.status_code == 500
    assert page.h1.get_text(strip=True) == TITLES[path.split("/")[1]]
    assert "500" in page.get_text()
    gives_nothing_away(response)


def test_the_door_is_open_without_a_database(database_away):
    assert get("/", "en")["Location"] == "/en/"
    assert get("/robots.txt").status_code == 200


def test_health_tells_machines_apart_what_is_the_matter(demo_content, monkeypatch):
    assert (get("/livez").status_code, get("/readyz").status_code) == (200, 200)
    assert "no-store" in get("/readyz")["Cache-Control"]


def test_health_with_the_database_away(database_away):
    assert (get("/livez").status_code, get("/readyz").status_code) == (200, 503)
