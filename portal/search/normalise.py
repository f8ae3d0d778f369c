"""One spelling for texts and queries: both are normalised here before they are compared.

PostgreSQL's stemmers differ between versions and its parser between locales, so they get nothing but lower-case
ASCII: letters, digits and blanks.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii

from portal.core.addressing.parameters import UNPRINTABLE
from portal.search.stop_words import STOP_WORDS

# Invisible characters within words: soft hyphens, joiners, direction marks.
_INVISIBLE = dict.fromkeys([0x00AD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF])
_GENDER = re.compile(r"(?<=[^\W\d_]{2})(?:[*:_·•/]-?|\()(in(?:nen)?)\b\)?", re.IGNORECASE)
_GENDER_CAPITAL = re.compile(r"(?<=[a-zäöüß])(In(?:nen)?)\b")
_GENDER_ENDING = re.compile(r"(?<=[^\W\d_]{2})[*:_](e[mnrs]?|[nrs])\b", re.IGNORECASE)
_FEMININE = re.compile(r"(?<=[^\W\d_]{2})(?<=er|or|ör|nt|nd|st|ur|og|eg|af|at|et|rt|ik|lt|zt)(in|innen)$")
_APOSTROPHE = re.compile(r"(?<=\w)['’‘ʼ`´](?=\w)")
REMEMBERED = 5_000  # words of a process; what strangers type fills it, too
# A word with hyphens counts as one word and as several.
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
    text = "".join(" " if unicodedata.category(letter) in UNPRINTABLE else letter for letter in text)
    text = _GENDER_CAPITAL.sub(lambda match: match[1].lower(), text)
    text = _GENDER_ENDING.sub(r"\1", _GENDER.sub(r"\1", text))
    return unicodedata.normalize("NFC", _APOSTROPHE.sub("", text).lower())


def chunks(text: str) -> list[tuple[str, ...]]:
    """Return the words of a text without stop words; one with hyphens has several parts: [("part", "time"), …]."""
    return [parts for parts in all_chunks(text) if len(parts) > 1 or parts[0] not in STOP_WORDS]


def all_chunks(text: str) -> list[tuple[str, ...]]:
    """Return the words of a text as `chunks` does, including stop words."""
    return [tuple(_HYPHEN.split(chunk)) for chunk in CHUNK.findall(plain(text))]


def words(text: str) -> list[str]:
    """Return the words of a text without stop words, those with hyphens split into their parts."""
    return [word for parts in chunks(text) for word in parts]


@lru_cache(maxsize=REMEMBERED)
def folded(word: str) -> tuple[str, ...]:
    """Return the spellings of a word in ASCII: umlauts written out (ae) and, where that differs, without marks (a).

    Empty where no character of the word has a transliteration.
    """
    spellings = (_ascii(word.translate(_WRITTEN_OUT)), _ascii(word.translate(_WITHOUT_MARKS)))
    return tuple(dict.fromkeys(spelling for spelling in spellings if spelling))


def first_spellings(phrase: Iterable[str]) -> list[str]:
    """Return the first ASCII spelling of each word, in order; words without one are left out."""
    return [spellings[0] for word in phrase if (spellings := folded(word))]


def without_feminine_ending(word: str) -> str:
    """Return `wissenschaftler` for `wissenschaftlerin` and `wissenschaftlerinnen`, and any other word as it is."""
    return _FEMININE.sub("", word) if len(word) > 6 else word


@lru_cache(maxsize=REMEMBERED)
def forms(word: str) -> tuple[str, ...]:
    """Return every spelling under which a word is indexed and searched for."""
    return tuple(dict.fromkeys((*folded(word), *folded(without_feminine_ending(word)))))


def cjk_tokens(word: str) -> list[str]:
    """Return a token for each Chinese, Japanese or Korean character of a word: these are searched for one by one."""
    return [f"u{ord(character):x}" for character in _CJK.findall(word)]


def cjk_syllables(word: str) -> list[str]:
    """Return the transliteration of each such character: 北京 is found as beijing, and as bei jing."""
    return [syllable for character in _CJK.findall(word) if (syllable := _ascii(character))]


def phrase_key(phrase: Iterable[str]) -> str:
    """Return a key that all spellings of a phrase share: `child care`, `child-care` and `childcare`."""
    return "".join(first_spellings(without_feminine_ending(word) for word in phrase))


def folded_text(text: str) -> str:
    """Return the words of a text in each of their ASCII spellings, for comparing by trigrams."""
    words_spellings = [spellings for word in words(text) if (spellings := folded(word))]
    written_out = " ".join(spellings[0] for spellings in words_spellings)
    without_marks = " ".join(spellings[-1] for spellings in words_spellings)
    return written_out if written_out == without_marks else f"{written_out} {without_marks}"


def _ascii(word: str) -> str:
    """Return a word in lower-case Latin letters and digits."""
    return _NOT_PLAIN.sub("", anyascii(word).lower())
