"""Requests that no reader sends are refused at once, however large they are."""

import time

import pytest
from django.test import Client

from portal.chrome.refusals import LONGEST_PATH, MOST_SEGMENTS

ENDLESS = ["/de/" + "a/" * 12_000, "/de/" + "a" * (LONGEST_PATH + 1), "/de" + "/a" * (MOST_SEGMENTS + 1), "/" * 5000]


@pytest.mark.parametrize("path", ENDLESS, ids=["many parts", "one long part", "one part too many", "slashes"])
def test_an_endless_path_is_not_found_without_looking(path):
    start = time.process_time()
    response = Client().get(path)
    assert response.status_code == 404
    assert time.process_time() - start < 0.5
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "LOOK"])
@pytest.mark.parametrize("path", ["/de/", "/admin/", "/account/login/", "/livez", "/nowhere"])
def test_nothing_is_put_or_deleted(method, path):
    response = Client().generic(method, path)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS, POST"


@pytest.mark.parametrize("field", ["places-TOTAL_FORMS", "body-count"])
@pytest.mark.parametrize("number", ["3", "99999", "9" * 5000, "٩٩"])
def test_a_form_with_more_parts_than_fields_is_refused(field, number, admin_client):
    response = admin_client.post("/admin/login/", {field: number, "name": "x"})
    assert response.status_code == 400
