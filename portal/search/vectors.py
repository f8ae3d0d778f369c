"""From the texts of a document to its search vector: several streams of words in one.

The index knows which lexemes a vector has, but neither their weights nor their places: whoever asks for those makes
the database read each vector that has the words. What conditions ask for has therefore lexemes of its own: words that
follow one another ("^kinder betreuung"), and stems in title, labels and summary ("^betreu"). Only those are written
that the lexicon makes anybody ask for; all of them would double the vectors.
"""

import operator
from dataclasses import dataclass, field
from functools import reduce
from itertools import pairwise

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db.models import Func, TextField, Value

from portal.core.bilingual import GERMAN
from portal.search.lexicon import Lexicon, lexicon
from portal.search.normalise import characters, chunks, folded, forms, syllables

LONGEST = 60_000  # characters of one text: PostgreSQL takes no vector above a megabyte
MARK = "^"  # no word begins with it, so that looking for beginnings passes these lexemes by


@dataclass
class Streams:
    """The words of a text as each configuration of PostgreSQL gets them: ASCII with blanks.

    In `simple`, the words stand in their order first, so that phrases can be found; other spellings follow.
    """

    german: list[str] = field(default_factory=list)
    english: list[str] = field(default_factory=list)
    simple: list[str] = field(default_factory=list)
    more: list[str] = field(default_factory=list)
    compounds: list[tuple[str, ...]] = field(default_factory=list)

    def take(self, word: str, known: Lexicon, *, is_joined: bool = False):
        """Add a word in all its spellings, with the parts that it is made of."""
        spellings, parts = forms(word), known.parts_of(word)
        self.german += [*spellings, *parts]
        self.english += folded(word)[-1:]
        self.simple += spellings[:1] if not is_joined else ()
        self.more += [*(spellings if is_joined else spellings[1:]), *parts, *syllables(word), *characters(word)]
        self.compounds += [parts] if parts else ()

    def neighbours(self, known: Lexicon) -> set[str]:
        """Return the lexemes of words, and of parts of a compound, that follow one another and are sought so."""
        pairs = {pair for row in (self.simple, *self.compounds) for pair in pairwise(row)}
        return {side_by_side(*pair) for pair in pairs if known.has_neighbours(*pair)}


def streams(text: str) -> Streams:
    """Return the words of `text` in all streams."""
    found, known = Streams(), lexicon()
    for parts in chunks(text[:LONGEST]):
        for part in parts:
            found.take(part, known)
        if len(parts) > 1:
            found.take("".join(parts), known, is_joined=True)
    return found


def side_by_side(one: str, other: str) -> str:
    """Return the lexeme of two words that follow one another, each in its first spelling."""
    return f"{MARK}{one} {other}"


def vector(title: str, labels: str, summary: str, body: str, language: str):
    """Return the expression of a search vector: A title, B labels, C summary, D body.

    A body is stemmed in its own language only; the short texts in both, since names cross over.
    """
    own = ("german", "simple") if language == GERMAN else ("english", "simple")
    every, known = ("german", "english", "simple"), lexicon()
    found = [streams(text) for text in (title, labels, summary, body)]
    plain = [_weighed(*one) for one in zip(found, "ABCD", (every, every, every, own), strict=True)]
    pairs = sorted({pair for one in found for pair in one.neighbours(known)})
    neighbours = Value(pairs, output_field=ArrayField(TextField()))
    return _Findable(_joined(plain), neighbours, Value(known.all_parts), Value(MARK))


class _Findable(Func):
    """A vector with the lexemes of its neighbours and of the parts in its head, which have neither place nor weight."""

    output_field = SearchVectorField()
    arg_joiner = ", "
    template = (
        "(SELECT vector || array_to_tsvector(neighbours) || array_to_tsvector(ARRAY("
        "SELECT mark || lexeme FROM unnest(ts_filter(vector, '{a,b,c}')) WHERE lexeme = ANY(tsvector_to_array("
        "to_tsvector('german', parts) || to_tsvector('simple', parts)))"
        ")) FROM (VALUES (%(expressions)s)) AS written (vector, neighbours, parts, mark))"
    )


def _weighed(found: Streams, weight: str, configurations: tuple[str, ...]):
    by_name = {"german": found.german, "english": found.english, "simple": [*found.simple, *found.more]}
    return _joined([SearchVector(Value(" ".join(by_name[n])), config=n, weight=weight) for n in configurations])


def _joined(vectors):
    return reduce(operator.add, vectors)
