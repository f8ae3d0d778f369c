"""Attempts are counted for each address, in a table that says nothing about anybody."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.core.cache import caches
from django.db import connection
from django.test import RequestFactory

from portal.chrome import refusals
from portal.core import content_version, throttling
from portal.core.time.moment import BERLIN
from portal.settings import base

MORNING = datetime(2026, 11, 20, 8, tzinfo=BERLIN)


@pytest.fixture
def table(db, settings):
    """The cache of production, in the database; returns the rows of its table."""
    settings.CACHES = base.CACHES

    def rows():
        with connection.cursor() as cursor:
            cursor.execute("SELECT cache_key, value FROM throttling")
            return cursor.fetchall()

    return rows


def request_from(address):
    return RequestFactory(REMOTE_ADDR=address).post("/")


def test_each_address_is_counted_apart_and_for_a_while(table):
    with time_machine.travel(MORNING, tick=False) as clock:
        first, second = request_from("192.0.2.1"), request_from("192.0.2.2")
        assert [throttling.count("forms", request, 60) for request in (first, first, second)] == [1, 2, 1]
        clock.shift(60)
        assert throttling.count("forms", first, 60) == 1


def test_a_network_of_ipv6_is_one_address(table):
    neighbours = [request_from(f"2001:db8:1:2::{number}") for number in (1, 2)]
    assert [throttling.count("forms", request, 60) for request in neighbours] == [1, 2]
    assert throttling.count("forms", request_from("2001:db8:1:3::1"), 60) == 1


def test_the_table_names_nobody(table):
    throttling.count("forms", request_from("192.0.2.77"), 60)
    ((key, value),) = table()
    assert "192" not in key + value
    assert "forms" not in key


def test_the_same_address_has_another_key_the_next_day():
    with time_machine.travel(MORNING, tick=False) as clock:
        before = throttling.hashed_key("192.0.2.77", "", 1)
        assert throttling.hashed_key("192.0.2.77", "", 1) == before
        clock.shift(timedelta(days=1))
        assert throttling.hashed_key("192.0.2.77", "", 1) != before


def test_many_others_push_nobody_out(table):
    """As many names would have emptied a cache of Django's default size, and with it the count of one's attempts."""
    name = request_from("192.0.2.1")
    throttling.count("forms", name, 3600)
    for number in range(330):
        assert caches["default"].add(f"allauth:{number}", True, 3600)
    assert throttling.count("forms", name, 3600) == 2


def test_what_allauth_counts_is_shared_and_the_rest_stays_in_memory(table):
    cache = caches["default"]
    cache.set("allauth:rl:login", [1.0], 60)
    cache.set("wagtail_site_root_paths", "…", 60)
    assert (len(table()), cache.get("allauth:rl:login"), cache.get("wagtail_site_root_paths")) == (1, [1.0], "…")
    assert cache.delete("allauth:rl:login")
    assert table() == []


def test_what_is_kept_in_memory_is_not_found_once_content_has_changed(table):
    caches["default"].set("wagtail_site_root_paths", "…", 60)
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('content_version')")
    content_version.forget()
    assert caches["default"].get("wagtail_site_root_paths") is None


def test_what_has_run_out_is_deleted(table):
    with time_machine.travel(MORNING, tick=False) as clock:
        throttling.count("forms", request_from("192.0.2.1"), 60)
        assert throttling.forget_what_has_run_out() == 0
        clock.shift(timedelta(minutes=2))
        assert throttling.forget_what_has_run_out() == 1
    assert table() == []


def test_strangers_send_only_so_many_forms(client, site, monkeypatch):
    monkeypatch.setattr(refusals, "PUBLIC_POSTS", 3)
    answers = [client.post("/account/login/", {"login": "nobody"}) for _time in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert answers[-1]["Retry-After"] == "300"
    assert client.get("/account/login/").status_code == 200
