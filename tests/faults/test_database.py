"""The database is locked, away or slow: visitors are told so at once, and the site recovers by itself."""

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import psycopg
import pytest
from bs4 import BeautifulSoup

from portal.settings import database
from tests import databases


@contextmanager
def locked(site, table):
    """Hold a lock that even reading waits for, as a migration does that takes long."""
    with psycopg.connect(databases.with_database(os.environ["DATABASE_URL"], site.database.name)) as other:
        other.execute(databases.statement("LOCK TABLE {} IN ACCESS EXCLUSIVE MODE", table))
        yield
        other.rollback()


@contextmanager
def away(site):
    """Let the server refuse and end all connections of the site."""
    name = site.database.name
    with databases.server() as connection:
        connection.execute(databases.statement("ALTER DATABASE {} ALLOW_CONNECTIONS false", name))
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        yield
        connection.execute(databases.statement("ALTER DATABASE {} ALLOW_CONNECTIONS true", name))


def assert_says_so(response):
    """Assert that a response is the page of an outage, with all that it must hold."""
    page = BeautifulSoup(response.text, "html5lib")
    assert response.status == 503
    assert (response.headers["Cache-Control"], response.headers["Retry-After"]) == ("no-store", "30")
    assert {element["lang"] for element in page.find_all(lang=True)} == {"de", "en"}
    assert {"Impressum", "Imprint"} <= {link.get_text() for link in page.main.find_all("a")}
    assert "+49" in page.main.get_text()


def test_a_locked_table_makes_nobody_wait_for_long(running_site):
    with locked(running_site, "wagtailcore_page"), ThreadPoolExecutor(33) as visitors:
        pages = list(visitors.map(running_site.get, ["/de/"] * 33))
        checks = [running_site.get(path) for path in ("/livez", "/readyz", "/static/css/site.css")]
    assert [check.status for check in checks] == [200, 200, 200]
    for response in pages:
        assert_says_so(response)
    assert max(response.seconds for response in pages) < 15
    assert running_site.get("/de/").status == 200


def test_a_database_that_is_away_comes_back_without_a_restart(running_site):
    with away(running_site):
        assert_says_so(running_site.get("/en/"))
        assert [running_site.get(path).status for path in ("/livez", "/readyz")] == [200, 503]
    assert [running_site.get(path).status for path in ("/de/", "/readyz")] == [200, 200]


@pytest.mark.parametrize(
    ("process", "lock", "idle"), [("web", "2s", "1min"), ("commands", "1min", "30min")], ids=["web", "commands"]
)
def test_the_server_gives_up_what_takes_too_long(process, lock, idle, monkeypatch):
    monkeypatch.setenv("DATABASE_PATIENCE", process)
    monkeypatch.setitem(database.DATABASE_PATIENCE[process], "statement_timeout", 50)
    with psycopg.connect(os.environ["DATABASE_URL"], options=database.database()["OPTIONS"]["options"]) as connection:
        assert connection.execute("SHOW lock_timeout").fetchone() == (lock,)
        assert connection.execute("SHOW idle_in_transaction_session_timeout").fetchone() == (idle,)
        with pytest.raises(psycopg.errors.QueryCanceled):
            connection.execute("SELECT pg_sleep(10)")
