"""Texts as slugs and as sort keys, independent of the collations of the database."""

import unicodedata
from collections.abc import Iterator
from itertools import count

from anyascii import anyascii
from django.utils.text import slugify

GERMAN_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS"})


def slug_of(text: str, fallback: str, max_length: int = 120) -> str:
    """Return a slug for `text`: German umlauts written out, other Latin letters without their diacritics.

    A text without Latin letters or digits gives `fallback`: an automatic romanisation is no word in any language.
    """
    written_out = unicodedata.normalize("NFC", text).translate(GERMAN_LETTERS)
    latin = "".join(_latin(character) for character in written_out)
    return slugify(latin)[:max_length].strip("-") or fallback


def numbered(slug: str, longest: int, separator: str = "-") -> Iterator[str]:
    """Yield a slug, then the same with 2, 3, 4 … behind it, cut so that none is longer than `longest` characters."""
    yield slug[:longest]
    for number in count(2):
        ending = f"{separator}{number}"
        yield slug[: longest - len(ending)].rstrip("-_") + ending


def sort_key(text: str, max_length: int = 200) -> str:
    """Return a key whose byte order is the order of DIN 5007-1 (Ä as A, ß as ss)."""
    folded = anyascii(unicodedata.normalize("NFC", text)).casefold()
    return " ".join("".join(character if character.isalnum() else " " for character in folded).split())[:max_length]


def _latin(character: str) -> str:
    if character.isascii():
        return character
    return anyascii(character) if unicodedata.name(character, "").startswith("LATIN") else " "
