"""Every public address and form takes odd requests from a stranger: an answer, and never status 500."""

import random
from urllib.parse import quote

from portal.translation.models import Translation
from tests.faults.addresses import NAMES, VALUES, addresses
from tests.faults.requests import Asker, number, odd_data
from tests.faults.test_broken_records_fuzz import public_addresses

PARAMETERS = [
    *("q", "page", "sort", "format", "as_of", "situation", "kind", "phase", "availability", "unit", "country"),
    *("continent", "subject", "activity", "status", "bbox", "place", "level", "term", "lang", "next", "preview"),
]
PIECES = [
    "..",
    "%00",
    "a" * 300,
    "%F0%9F%92%A9",
    "%ED%A0%80",
    "'",
    "{{7*7}}",
    "feed",
    "x.json",
    "1",
    "9" * 25,
    "~",
    ";",
]


def odd_path(draw, path):
    """Return a path that is somewhat longer, shorter or other than `path`."""
    parts = path.split("/")
    if draw.random() < 0.5:
        parts.insert(draw.randint(1, len(parts)), draw.choice(PIECES))
    if draw.random() < 0.2:
        parts.pop(draw.randrange(1, len(parts)))
    return "/" + "/".join(parts).lstrip("/")


def odd_query(draw):
    pairs = [(draw.choice([*PARAMETERS, *NAMES]), draw.choice(VALUES)) for _time in range(draw.randint(0, 4))]
    return "&".join(f"{quote(name)}={quote(value)}" for name, value in pairs)


def test_no_request_of_a_stranger_is_too_odd(demo_content):
    seed = random.getrandbits(32)
    draw, asker = random.Random(seed), Asker()  # noqa: S311
    known = public_addresses()
    routes = [route for route in addresses("") if not route.path.startswith("admin/")]
    forms = [route for route in routes if route.path.startswith(("account/", "de/translation-requests"))]
    waiting = [f"/de/translation-requests/{pk}/" for pk in Translation.objects.values_list("pk", flat=True)[:50]]
    for _time in range(number(40, 5000)):
        path = draw.choice(known) if draw.random() < 0.6 else f"/{draw.choice(routes).filled(draw)}"
        asker.ask("get", f"{odd_path(draw, path) if draw.random() < 0.5 else path}?{odd_query(draw)}")
    for _time in range(number(10, 300)):
        path = draw.choice(waiting) if draw.random() < 0.3 else f"/{draw.choice(forms or routes).filled(draw)}"
        asker.ask("post", path, odd_data(draw, dict.fromkeys(["login", "password", "back", "next", "code"], "x")))
    assert asker.faults == [], f"seed {seed}, {asker.count} requests"
