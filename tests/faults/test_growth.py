"""Nothing that somebody sends costs more than in proportion to its size.

Each input is measured once and at twice its size, in the same run: twice the time is in proportion, four times is the
square. What is too quick to measure does no harm.
"""

import json
import time

import pytest
from django.test import Client
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.rich_text import get_text_for_indexing

from portal.core.language.gender_forms import find_gender_forms
from portal.search import normalise
from portal.translation.selectors import word_diff

HARMLESS = 0.2  # seconds of CPU
MOST = 3  # times as long for an input twice as long
RICH_TEXT = ContentstateConverter(["bold", "italic", "link", "ul", "ol", "h3"])


def seconds(function, value):
    """Return the shortest of three times: what other programs do on this machine only ever adds."""
    times = []
    for _attempt in range(3):
        start = time.process_time()
        function(value)
        times.append(time.process_time() - start)
        if times[-1] < HARMLESS:
            break
    return min(times)


def assert_in_proportion(function, make, size):
    small, large = seconds(function, make(size)), seconds(function, make(2 * size))
    assert large < max(HARMLESS, MOST * small), f"{small * 1000:.0f} ms, and {large * 1000:.0f} ms for twice as much"


def contentstate(texts, kind="unstyled"):
    blocks = [
        {"key": str(key), "text": text, "type": kind, "depth": 0, "inlineStyleRanges": [], "entityRanges": []}
        for key, text in enumerate(texts)
    ]
    return json.dumps({"blocks": blocks, "entityMap": {}})


TEXTS = {
    "one word": lambda size: "a" * size,
    "one word in capitals": lambda size: "A" * size,
    "signs": lambda size: "a:" * size,
    "gender forms": lambda size: "Student:innen " * size,
    "joined by hyphens": lambda size: "Aa-" * size,
    "points": lambda size: "a." * size,
    "addresses": lambda size: "a@" * size,
    "angle brackets": lambda size: "<" * size,
}
READERS = [find_gender_forms, normalise.plain, normalise.all_chunks, normalise.words, get_text_for_indexing]


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_reading_a_text(reader, kind):
    assert_in_proportion(reader, TEXTS[kind], 4000)


@pytest.mark.parametrize("kind", ["unstyled", "unordered-list-item"])
def test_saving_rich_text(kind):
    assert_in_proportion(RICH_TEXT.to_database_format, lambda size: contentstate(["Wort"] * size, kind), 1000)


@pytest.mark.parametrize("html", ["<p>x</p>", "<b>", "<p><b>x", "<", '<a href="https://example.org/">'])
def test_opening_rich_text(html):
    assert_in_proportion(RICH_TEXT.from_database_format, lambda size: html * size, 400)


@pytest.mark.parametrize("word", ["a ", "a b "])
def test_comparing_texts(word):
    assert_in_proportion(lambda size: word_diff("a " * size, word * size), lambda size: size, 1500)


ADDRESSES = {
    "words": lambda size: "/de/suche/?q=" + "+".join(f"wort{number}" for number in range(size)),
    "a long word": lambda size: "/de/suche/?q=" + "studierendenwerk" * size,
    "words in a list": lambda size: "/de/angebote/?q=" + "+".join(f"wort{number}" for number in range(size)),
    "values": lambda size: "/de/angebote/?" + "&".join(f"situation=s{number}" for number in range(size // 5)),
    "one value often": lambda size: "/de/angebote/?" + "situation=parents&" * (size // 5),
    "unknown names": lambda size: "/en/programmes/?" + "&".join(f"x{number}=1" for number in range(size // 5)),
    "digits": lambda size: "/de/angebote/?page=" + "9" * size,
    "a day": lambda size: "/de/partnerschaften/?as_of=" + "2" * size,
    "data": lambda size: "/de/angebote/?format=json&q=" + "a+" * size,
    "a path": lambda size: "/de/" + "a/" * size,
}


@pytest.mark.parametrize("name", ADDRESSES)
def test_asking_for_a_page(demo_content, name):
    client = Client()
    client.get(ADDRESSES[name](1))  # what the first request of a process reads is kept
    assert_in_proportion(client.get, ADDRESSES[name], 2000)


HEADERS = {
    "accept-language": lambda size: ",".join(f"a{number};q=0.1" for number in range(size)),
    "cookie": lambda size: "; ".join(f"a{number}=b" for number in range(size)),
    "x-forwarded-for": lambda size: ", ".join(["192.0.2.1"] * size),
    "if-none-match": lambda size: ", ".join(f'"{number}"' for number in range(size)),
}


@pytest.mark.parametrize("header", HEADERS)
def test_sending_headers(demo_content, header):
    client = Client()
    assert_in_proportion(lambda value: client.get("/", headers={header: value}), HEADERS[header], 3000)
