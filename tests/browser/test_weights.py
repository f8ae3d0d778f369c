"""The cost of a first view: compressed bytes and number of requests, but no times."""

import gzip

import pytest

from tests.browser.addresses import FIRST_VIEWS

MOST = {"document": 25_000, "stylesheet": 15_000, "script": 10_000, "font": 0}
REQUESTS = 12


@pytest.mark.parametrize("path", FIRST_VIEWS.values(), ids=FIRST_VIEWS.keys())
def test_the_first_view_is_light(page, path):
    requests = []
    page.on("requestfinished", lambda request: requests.append(request))  # noqa: PLW0108 (Playwright marks its listeners)
    page.goto(path, wait_until="networkidle")
    weights = dict.fromkeys(MOST, 0)
    for request in requests:
        if request.resource_type in weights:
            weights[request.resource_type] += len(gzip.compress(request.response().body(), 6))
    assert weights["document"]
    assert weights["stylesheet"]
    assert {kind: weight for kind, weight in weights.items() if weight > MOST[kind]} == {}
    assert len(requests) <= REQUESTS
