"""Letters for addresses and for sorting: the same result on every server, whatever its collations."""

import unicodedata

from anyascii import anyascii
from django.utils.text import slugify

GERMAN_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS"})


def slug_of(text: str, fallback: str, max_length: int = 120) -> str:
    """Return an address part for `text`: German letters written out, other Latin ones without their marks.

    A text without Latin letters or digits gives `fallback`, for a romanised guess would be no word in any language.
    """
    written_out = unicodedata.normalize("NFC", text).translate(GERMAN_LETTERS)
    latin = "".join(_latin(character) for character in written_out)
    return slugify(latin)[:max_length].strip("-") or fallback


def sort_key(text: str, max_length: int = 200) -> str:
    """Return a key that sorts as DIN 5007-1 says (Ä as A, ß as ss), in plain byte order."""
    folded = anyascii(unicodedata.normalize("NFC", text)).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in folded).split())[:max_length]


def _latin(character: str) -> str:
    if character.isascii():
        return character
    return anyascii(character) if unicodedata.name(character, "").startswith("LATIN") else " "
