"""Which pages are measured, and how."""

from itertools import cycle, islice
from random import Random
from statistics import quantiles
from time import perf_counter
from urllib.parse import urlencode

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

WARM = 5  # requests before those that count: templates are compiled, vocabularies are read
WORDS = {
    "de": ["Beratung", "Mentoring", "Stipendium", "Kinderbetreuung", "Sprachkurs", "Netzwerk", "Nothilfe"],
    "en": ["advice", "mentoring", "scholarship", "childcare", "language", "network", "emergency"],
}
SUBJECTS = {
    "de": ["Informatik", "Chemie", "Medizin", "Eltern", "Geflüchtete", "Physik", "Kunst"],
    "en": ["science", "chemistry", "medicine", "parents", "refugees", "physics", "art"],
}
ONE = [("situation", "children"), ("kind", "mentoring"), ("language", "en"), ("cost", "free"), ("availability", "open")]
PARTNERS = {"de": "/de/partnerschaften/", "en": "/en/partnerships/"}
LISTS = {"de": "/de/angebote/", "en": "/en/programmes/"}
OFFICE = {
    "office: start page": "/admin/",
    "office: institutions": "/admin/snippets/partners/institution/",
    "office: institutions of one country": "/admin/snippets/partners/institution/?country=FR",
    "office: agreements": "/admin/snippets/partners/agreement/",
    "office: agreements that end": "/admin/snippets/partners/agreement/?ending=12",
    "office: contacts": "/admin/snippets/partners/contact/",
    "office: report for a day": "/admin/partnerships/on/?day=2024-06-30",
}
SEARCH = {"de": "/de/suche/", "en": "/en/search/"}


def measured(rows: int, kinds: dict[str, list[str]], times: int):
    """Yield a line for each kind of page that there is."""
    for page, addresses in kinds.items():
        client = _visitor(page)
        if client.get(addresses[0]).status_code != 200:
            continue
        for address in islice(cycle(addresses), WARM):
            client.get(address)
        taken = sorted(_milliseconds(client, address) for address in islice(cycle(addresses), times))
        cuts = quantiles(taken, n=20, method="inclusive")
        asked = max(_queries(client, address) for address in addresses[:10])
        yield {"rows": rows, "page": page, "p50": round(cuts[9], 1), "p95": round(cuts[18], 1), "queries": asked}


def pages(times: int) -> dict[str, list[str]]:
    """Return the addresses of each kind; those that take a text are all different, so that nothing repeats itself."""
    chance = Random(4)  # noqa: S311 - the same addresses in every run
    languages = list(islice(cycle(LISTS), times))
    return {
        "static file": ["/static/css/site.css"],
        "detail": ["/de/angebote/dimento/", "/en/programmes/dimento/"],
        "list": list(LISTS.values()),
        "list, by name, page 3": [f"{path}?sort=name&page=3" for path in LISTS.values()],
        "finder: one facet": [f"{path}?{urlencode([one])}" for path in LISTS.values() for one in ONE],
        "finder: three facets": [f"{LISTS[one]}?{urlencode(_facets(chance))}" for one in languages],
        "finder: two words": [f"{LISTS[one]}?q={_words(chance, one)}" for one in languages],
        "finder: two words, three facets": [
            f"{LISTS[one]}?{urlencode(_facets(chance))}&q={_words(chance, one)}" for one in languages
        ],
        "search: two words": [f"{SEARCH[one]}?q={_words(chance, one)}" for one in languages],
        **{page: [address] for page, address in OFFICE.items()},
    }


def directory(times: int) -> dict[str, list[str]]:
    """Return the addresses of each kind of the directory of partners: every one shows the map of what it finds."""
    chance = Random(4)  # noqa: S311 - the same addresses in every run
    languages = list(islice(cycle(PARTNERS), times))
    words = ["Hochschule", "University", "Malta", "Stadt", "Institut", "Istanbul"]
    return {
        "partners: all": list(PARTNERS.values()),
        "partners: by country, page 3": [f"{path}?sort=country&page=3" for path in PARTNERS.values()],
        "partners: three facets": [f"{PARTNERS[one]}?{urlencode(_partner_facets(chance))}" for one in languages],
        "partners: one word": [
            f"{PARTNERS[one]}?q={chance.choice(words)}+{chance.randrange(900)}" for one in languages
        ],
        "partners: a part of the map": [f"{PARTNERS[one]}?bbox=-20,{chance.randrange(60)},60,70" for one in languages],
        "partners: page of a country": ["/de/partnerschaften/land/frankreich/", "/en/partnerships/country/france/"],
        "partners: JSON": [f"{path}?format=json&country=FR" for path in PARTNERS.values()],
        "partners: CSV of all": [f"{path}?format=csv" for path in PARTNERS.values()],
    }


def _partner_facets(chance: Random) -> list[tuple[str, str]]:
    """Return a choice that many partners match."""
    activities = chance.sample(["study", "doctoral", "teaching", "research"], 2)
    countries = chance.sample(["FR", "ES", "IT", "PL", "TR", "GB", "US", "JP"], 3)
    third = chance.choice([("subject", "06"), ("subject", "02"), ("inclusion", "not-asked"), ("type", "university")])
    return [*(("activity", one) for one in activities), *(("country", one) for one in countries), third]


def _visitor(page: str) -> Client:
    client = Client()
    if page in OFFICE:
        client.force_login(get_user_model().objects.get(username="international-office"))
    return client


def _facets(chance: Random) -> list[tuple[str, str]]:
    """Return a choice that many programmes match: two values of each of three facets."""
    situations = chance.sample(["children", "refugee", "caring", "international", "working", "returning"], 2)
    phases = chance.sample(["first-year", "main", "final", "applying", "doctorate"], 2)
    third = chance.choice([("language", "en"), ("availability", "open"), ("cost", "free"), ("mode", "part-time")])
    return [*(("situation", one) for one in situations), *(("phase", one) for one in phases), third]


def _words(chance: Random, language: str) -> str:
    return "+".join((chance.choice(WORDS[language]), chance.choice(SUBJECTS[language])))


def _milliseconds(client: Client, address: str) -> float:
    start = perf_counter()
    response = client.get(address)
    _body = b"".join(response.streaming_content) if response.streaming else response.content
    return (perf_counter() - start) * 1000


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)
