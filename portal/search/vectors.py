"""Builds the search vector of a document from its texts.

The index knows which lexemes a vector has, but neither their weights nor their positions: a condition on those makes
PostgreSQL read every vector with the words. Such conditions therefore have lexemes of their own: words that follow one
another ("^kinder betreuung"), and stems in title, labels and summary ("^betreu"). Only those that the lexicon can make
a query ask for are written; all of them would double the size of the vectors.
"""

import operator
from dataclasses import dataclass, field
from functools import reduce
from itertools import pairwise

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db.models import Func, TextField, Value
from django.db.models.expressions import Combinable

from portal.core.language.bilingual import GERMAN
from portal.search.lexicon import Lexicon, lexicon
from portal.search.normalise import chunks, cjk_syllables, cjk_tokens, folded, forms

LONGEST = 60_000  # characters of one text: PostgreSQL limits vectors to a megabyte
MARK = "^"  # no word begins with it, so that prefix queries do not match these lexemes


@dataclass
class Streams:
    """The words of a text for each text search configuration of PostgreSQL, in ASCII.

    `simple` has the words in their order, so that phrases match; `more` has their other spellings, which follow.
    """

    german: list[str] = field(default_factory=list)
    english: list[str] = field(default_factory=list)
    simple: list[str] = field(default_factory=list)
    more: list[str] = field(default_factory=list)
    compounds: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, word: str, lexicon: Lexicon, *, is_joined: bool = False) -> None:
        """Add a word in all its spellings and its parts; `is_joined` for one that was written with hyphens."""
        spellings, parts = forms(word), lexicon.parts_of(word)
        self.german += [*spellings, *parts]
        self.english += folded(word)[-1:]
        self.simple += spellings[:1] if not is_joined else ()
        self.more += [*(spellings if is_joined else spellings[1:]), *parts, *cjk_syllables(word), *cjk_tokens(word)]
        self.compounds += [parts] if parts else ()

    def pairs(self, lexicon: Lexicon) -> set[str]:
        """Return the lexemes of the pairs of words, or of parts of a compound, that a query can ask for."""
        pairs = {pair for sequence in (self.simple, *self.compounds) for pair in pairwise(sequence)}
        return {pair_lexeme(*pair) for pair in pairs if lexicon.is_pair(*pair)}


def streams(text: str) -> Streams:
    """Return the streams of a text."""
    text_streams, current_lexicon = Streams(), lexicon()
    for parts in chunks(text[:LONGEST]):
        for part in parts:
            text_streams.add(part, current_lexicon)
        if len(parts) > 1:
            text_streams.add("".join(parts), current_lexicon, is_joined=True)
    return text_streams


def pair_lexeme(first: str, second: str) -> str:
    """Return the lexeme of two words that follow one another, each in its first spelling."""
    return f"{MARK}{first} {second}"


def vector(title: str, labels: str, summary: str, body: str, language: str) -> Combinable:
    """Return the expression of a search vector with the weights A (title), B (labels), C (summary) and D (body).

    A body is stemmed in its own language only; short texts in both, since they contain names in either language.
    """
    both = ("german", "english", "simple")
    one_language = ("german" if language == GERMAN else "english", "simple")
    texts, current_lexicon = [streams(text) for text in (title, labels, summary, body)], lexicon()
    weighted = [_weighted(*part) for part in zip(texts, "ABCD", (both, both, both, one_language), strict=True)]
    pairs = sorted({pair for text_streams in texts for pair in text_streams.pairs(current_lexicon)})
    pair_lexemes = Value(pairs, output_field=ArrayField(TextField()))
    return _WithPairsAndHead(_joined(weighted), pair_lexemes, Value(current_lexicon.joined_parts), Value(MARK))


class _WithPairsAndHead(Func):
    """A vector plus the lexemes of pairs, and of parts of compounds in its head, without positions and weights."""

    output_field = SearchVectorField()
    arg_joiner = ", "
    template = (
        "(SELECT vector || array_to_tsvector(pairs) || array_to_tsvector(ARRAY("
        "SELECT mark || lexeme FROM unnest(ts_filter(vector, '{a,b,c}')) WHERE lexeme = ANY(tsvector_to_array("
        "to_tsvector('german', parts) || to_tsvector('simple', parts)))"
        ")) FROM (VALUES (%(expressions)s)) AS written (vector, pairs, parts, mark))"
    )


def _weighted(text: Streams, weight: str, configurations: tuple[str, ...]) -> Combinable:
    words = {"german": text.german, "english": text.english, "simple": [*text.simple, *text.more]}
    return _joined([SearchVector(Value(" ".join(words[name])), config=name, weight=weight) for name in configurations])


def _joined(vectors: list[Combinable]) -> Combinable:
    return reduce(operator.add, vectors)
