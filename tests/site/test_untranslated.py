"""German pages contain no English interface texts, and English pages no German ones."""

import re
from functools import cache

import polib
from bs4 import NavigableString
from bs4.element import PreformattedString

from tools.messages import CATALOGUE, ROOT

SPOKEN = ("aria-label", "alt", "title", "placeholder", "content")
PLACEHOLDER = re.compile(r"%\\\((\w+)\\\)s|\\\{\\\{ \w+ \\\}\\\}")


@cache
def messages():
    """Return (English, German) for each form of each message."""
    entries = [entry for entry in polib.pofile(str(ROOT / CATALOGUE)) if not entry.obsolete]
    pairs = [(entry.msgid, entry.msgstr or entry.msgstr_plural[0]) for entry in entries]
    pairs += [(entry.msgid_plural, entry.msgstr_plural[1]) for entry in entries if entry.msgid_plural]
    return pairs


@cache
def forbidden(language):
    """Return patterns for the messages of the other language that do not occur in this one."""
    other, this = (0, 1) if language == "de" else (1, 0)
    messages_of_this_language = {pair[this] for pair in messages()}
    return [pattern(pair[other]) for pair in messages() if pair[other] not in messages_of_this_language]


def pattern(message):
    """Return a pattern for a message; messages of more than three words may also match within longer texts."""
    words = PLACEHOLDER.sub(".{1,60}", re.escape(" ".join(message.split())))
    own_words = [word for word in re.sub(r"%\(\w+\)s", "", message).split() if word.isalpha()]
    return re.compile(words if len(own_words) > 3 else rf"^{words}$")


def spoken(page):
    """Yield each text and text attribute of a page that is in the page's own language."""
    for node in page.soup.find_all(string=True):
        if type(node) is NavigableString and not isinstance(node, PreformattedString) and is_own(node, page.language):
            yield " ".join(node.split())
    for tag in page.soup.find_all(True):
        if is_own(tag, page.language):
            yield from (" ".join(tag[name].split()) for name in SPOKEN if tag.get(name))


def is_own(node, language):
    marked = node.find_parent(lang=True) if isinstance(node, NavigableString) or not node.get("lang") else node
    return marked is None or marked["lang"] == language


def remains(page):
    texts = set(filter(None, spoken(page)))
    return {text for text in texts for pattern in forbidden(page.language) if pattern.search(text)}


def test_the_catalogue_is_large_enough_to_prove_something():
    assert len(forbidden("de")) > 100
    assert len(forbidden("en")) > 100


def test_no_page_holds_words_of_the_other_language(walk):
    by_template = {}
    for page in walk.pages:
        by_template.setdefault((page.language, page.path.count("/"), page.path.split("/")[2]), []).append(page)
    sample = [page for pages in by_template.values() for page in pages[:6]]
    remaining = {page.address: words for page in sample if (words := remains(page))}
    assert remaining == {}
