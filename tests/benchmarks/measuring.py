"""The pages that are measured, and how they are measured."""

from itertools import cycle, islice
from random import Random
from statistics import quantiles
from time import perf_counter
from urllib.parse import urlencode

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

WARM = 5  # unmeasured requests, to compile templates and read vocabularies
WORDS = {
    "de": ["Beratung", "Mentoring", "Stipendium", "Kinderbetreuung", "Sprachkurs", "Netzwerk", "Nothilfe"],
    "en": ["advice", "mentoring", "scholarship", "childcare", "language", "network", "emergency"],
}
SUBJECTS = {
    "de": ["Informatik", "Chemie", "Medizin", "Eltern", "Geflüchtete", "Physik", "Kunst"],
    "en": ["science", "chemistry", "medicine", "parents", "refugees", "physics", "art"],
}
SINGLE_FACETS = [
    ("situation", "children"),
    ("kind", "mentoring"),
    ("language", "en"),
    ("cost", "free"),
    ("availability", "open"),
]
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
    """Yield a result line for each kind of page that exists; times are in milliseconds."""
    for page, addresses in kinds.items():
        client = _visitor(page)
        if client.get(addresses[0]).status_code != 200:
            continue
        for address in islice(cycle(addresses), WARM):
            client.get(address)
        taken = sorted(_milliseconds(client, address) for address in islice(cycle(addresses), times))
        cuts = quantiles(taken, n=20, method="inclusive")
        queries = max(_queries(client, address) for address in addresses[:10])
        yield {"rows": rows, "page": page, "p50": round(cuts[9], 1), "p95": round(cuts[18], 1), "queries": queries}


def pages(times: int) -> dict[str, list[str]]:
    """Return the addresses of each kind of page; those with a search text all differ, so that none repeats."""
    chance = Random(4)  # noqa: S311 - the same addresses in every run
    languages = list(islice(cycle(LISTS), times))
    return {
        "static file": ["/static/css/site.css"],
        "detail": ["/de/angebote/dimento/", "/en/programmes/dimento/"],
        "list": list(LISTS.values()),
        "list, by name, page 3": [f"{path}?sort=name&page=3" for path in LISTS.values()],
        "finder: one facet": [f"{path}?{urlencode([facet])}" for path in LISTS.values() for facet in SINGLE_FACETS],
        "finder: three facets": [f"{LISTS[language]}?{urlencode(_facets(chance))}" for language in languages],
        "finder: two words": [f"{LISTS[language]}?q={_words(chance, language)}" for language in languages],
        "finder: two words, three facets": [
            f"{LISTS[language]}?{urlencode(_facets(chance))}&q={_words(chance, language)}" for language in languages
        ],
        "search: two words": [f"{SEARCH[language]}?q={_words(chance, language)}" for language in languages],
        **{page: [address] for page, address in OFFICE.items()},
    }


def directory(times: int) -> dict[str, list[str]]:
    """Return the addresses of each kind of page of the partner directory, all of which include the map."""
    chance = Random(4)  # noqa: S311 - the same addresses in every run
    languages = list(islice(cycle(PARTNERS), times))
    words = ["Hochschule", "University", "Malta", "Stadt", "Institut", "Istanbul"]
    return {
        "partners: all": list(PARTNERS.values()),
        "partners: by country, page 3": [f"{path}?sort=country&page=3" for path in PARTNERS.values()],
        "partners: three facets": [
            f"{PARTNERS[language]}?{urlencode(_partner_facets(chance))}" for language in languages
        ],
        "partners: one word": [
            f"{PARTNERS[language]}?q={chance.choice(words)}+{chance.randrange(900)}" for language in languages
        ],
        "partners: a part of the map": [
            f"{PARTNERS[language]}?bbox=-20,{chance.randrange(60)},60,70" for language in languages
        ],
        "partners: page of a country": ["/de/partnerschaften/land/frankreich/", "/en/partnerships/country/france/"],
        "partners: JSON": [f"{path}?format=json&country=FR" for path in PARTNERS.values()],
        "partners: CSV of all": [f"{path}?format=csv" for path in PARTNERS.values()],
    }


def _partner_facets(chance: Random) -> list[tuple[str, str]]:
    """Return facet values that match many partners."""
    activities = chance.sample(["study", "doctoral", "teaching", "research"], 2)
    countries = chance.sample(["FR", "ES", "IT", "PL", "TR", "GB", "US", "JP"], 3)
    third = chance.choice([("subject", "06"), ("subject", "02"), ("inclusion", "not-asked"), ("type", "university")])
    return [*(("activity", key) for key in activities), *(("country", code) for code in countries), third]


def _visitor(page: str) -> Client:
    client = Client()
    if page in OFFICE:
        client.force_login(get_user_model().objects.get(username="international-office"))
    return client


def _facets(chance: Random) -> list[tuple[str, str]]:
    """Return facet values that match many programmes: two each of two facets, and one of a third."""
    situations = chance.sample(["children", "refugee", "caring", "international", "working", "returning"], 2)
    phases = chance.sample(["first-year", "main", "final", "applying", "doctorate"], 2)
    third = chance.choice([("language", "en"), ("availability", "open"), ("cost", "free"), ("mode", "part-time")])
    return [*(("situation", key) for key in situations), *(("phase", key) for key in phases), third]


def _words(chance: Random, language: str) -> str:
    return "+".join((chance.choice(WORDS[language]), chance.choice(SUBJECTS[language])))


def _milliseconds(client: Client, address: str) -> float:
    start = perf_counter()
    response = client.get(address)
    _body = b"".join(response.streaming_content) if response.streaming else response.content
    return (perf_counter() - start) * 1000


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)
