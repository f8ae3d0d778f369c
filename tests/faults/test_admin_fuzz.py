"""Every address of the admin takes odd requests from somebody with all rights: an answer, and never status 500."""

import random

from tests.faults.addresses import addresses
from tests.faults.requests import Asker, fields_of, number, odd_data

LEFT_OUT = ("logout", "failwhale")  # the second raises an exception on purpose


def test_no_request_to_the_admin_is_too_odd(demo_content):
    seed = random.getrandbits(32)
    draw, asker = random.Random(seed), Asker("administrator")  # noqa: S311
    routes = [route for route in addresses("admin/") if not any(part in route.path for part in LEFT_OUT)]
    for _time in range(number(15, 800)):
        path = f"/{draw.choice(routes).filled(draw)}"
        page = asker.ask("get", path, odd_data(draw, {}) if draw.random() < 0.3 else {})
        fields = {} if page.streaming else fields_of(page.content.decode(errors="replace"))
        headers = {"x-requested-with": "XMLHttpRequest"} if draw.random() < 0.2 else {}
        asker.ask("post", path, odd_data(draw, fields), **headers)
    assert asker.faults == [], f"seed {seed}, {asker.count} requests"


def test_what_wagtail_stumbles_over_is_a_bad_request(demo_content):
    asker = Asker("administrator")
    for method, path, data, status in [
        ("get", "/admin/snippets/choose/programs/delivery/chosen/1.5/", {}, 404),
        ("post", "/admin/snippets/choose/partners/fact/create/", {"statement_de": "x"}, 404),
        ("post", "/admin/choose-external-link/", {"q": "2"}, 400),
        ("post", "/admin/redirects/import/process/", {}, 400),
    ]:
        assert asker.ask(method, path, data).status_code == status, path
    assert asker.faults == []
