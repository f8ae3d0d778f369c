"""One spelling for texts and queries: whatever is compared has come through here.

PostgreSQL's stemmers differ between versions and its parser between locales, so all that reaches them is lower-case
ASCII: letters, digits and blanks.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from portal.search.stop_words import STOP_WORDS

# Letters that nobody sees, in the middle of words: soft hyphens, joiners, marks of direction.
_INVISIBLE = dict.fromkeys([0x00AD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF])
_GENDER = re.compile(r"(?<=[^\W\d_]{2})(?:[*:_·•/]-?|\()(in(?:nen)?)\b\)?", re.IGNORECASE)
_GENDER_CAPITAL = re.compile(r"(?<=[a-zäöüß])(In(?:nen)?)\b")
_GENDER_ENDING = re.compile(r"(?<=[^\W\d_]{2})[*:_](e[mnrs]?|[nrs])\b", re.IGNORECASE)
_FEMININE = re.compile(r"(?<=[^\W\d_]{2})(?<=er|or|ör|nt|nd|st|ur|og|eg|af|at|et|rt|ik|lt|zt)(in|innen)$")
_APOSTROPHE = re.compile(r"(?<=\w)['’‘ʼ`´](?=\w)")
# A word with hyphens is one word and several.
CHUNK = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_HYPHEN = re.compile(r"[-‐‑]")
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_WITHOUT_MARKS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")


def plain(text: str) -> str:
    """Return `text` in lower case, with compatible characters unified and gender forms written as plain ones.

    `Chance²` becomes `chance2`, `Schüler*innen` `schülerinnen`. Lone surrogates, NUL and control characters become
    blanks.
    """
    text = unicodedata.normalize("NFKC", text.translate(_INVISIBLE))
    text = "".join(" " if unicodedata.category(letter) in {"Cc", "Cs", "Co", "Cn"} else letter for letter in text)
    text = _GENDER_CAPITAL.sub(lambda match: match[1].lower(), text)
    text = _GENDER_ENDING.sub(r"\1", _GENDER.sub(r"\1", text))
    return unicodedata.normalize("NFC", _APOSTROPHE.sub("", text).lower())


def chunks(text: str) -> list[tuple[str, ...]]:
    """Return the words of a text without stop words; one with hyphens has several parts: [("part", "time"), …]."""
    return [parts for parts in all_chunks(text) if len(parts) > 1 or parts[0] not in STOP_WORDS]


def all_chunks(text: str) -> list[tuple[str, ...]]:
    """Return the same with stop words."""
    return [tuple(_HYPHEN.split(chunk)) for chunk in CHUNK.findall(plain(text))]


def words(text: str) -> list[str]:
    """Return the words of a text without stop words, those with hyphens in parts."""
    return [word for parts in chunks(text) for word in parts]


@lru_cache(maxsize=50_000)
def folded(word: str) -> tuple[str, ...]:
    """Return a word in ASCII: German letters written out and, where that differs, without their marks.

    Empty where nothing of it has a spelling in Latin letters.
    """
    both = (_ascii(word.translate(_WRITTEN_OUT)), _ascii(word.translate(_WITHOUT_MARKS)))
    return tuple(dict.fromkeys(one for one in both if one))


def spelt(found: list[str] | tuple[str, ...]) -> list[str]:
    """Return words in their first spelling, as they stand in their order in a vector; those without any drop out."""
    return [both[0] for word in found if (both := folded(word))]


def without_feminine_ending(word: str) -> str:
    """Return `wissenschaftler` for `wissenschaftlerin` and `wissenschaftlerinnen`, and any other word as it is."""
    return _FEMININE.sub("", word) if len(word) > 6 else word


@lru_cache(maxsize=50_000)
def forms(word: str) -> tuple[str, ...]:
    """Return every spelling under which a word is kept and sought."""
    return tuple(dict.fromkeys((*folded(word), *folded(without_feminine_ending(word)))))


def characters(word: str) -> list[str]:
    """Return a token for each Chinese, Japanese or Korean character of a word: those are sought one by one."""
    return [f"u{ord(character):x}" for character in _CJK.findall(word)]


def syllables(word: str) -> list[str]:
    """Return how each such character is said: 北京 is found as beijing, and as bei jing."""
    return [sound for character in _CJK.findall(word) if (sound := _ascii(character))]


def key_of(found: list[str] | tuple[str, ...]) -> str:
    """Return what is the same for all spellings of a phrase: `child care`, `child-care` and `childcare`."""
    return "".join(spelt([without_feminine_ending(word) for word in found]))


def folded_text(text: str) -> str:
    """Return a text for comparing letters: each word in each of its foldings."""
    found = [folded(word) for word in words(text)]
    written_out = " ".join(both[0] for both in found if both)
    without_marks = " ".join(both[-1] for both in found if both)
    return written_out if written_out == without_marks else f"{written_out} {without_marks}"


def _ascii(word: str) -> str:
    """Return a word in lower-case Latin letters and digits."""
    return _NOT_PLAIN.sub("", anyascii(word).lower())
