"""From the texts of a document to its search vector: several streams of words in one."""

from dataclasses import dataclass, field

from django.contrib.postgres.search import SearchVector
from django.db.models import Value

from portal.core.bilingual import GERMAN
from portal.search.lexicon import Lexicon, lexicon
from portal.search.normalise import characters, chunks, folded, forms, syllables

LONGEST = 60_000  # characters of one text: PostgreSQL takes no vector above a megabyte


@dataclass
class Streams:
    """The words of a text as each configuration of PostgreSQL gets them: ASCII with blanks.

    In `simple`, the words stand in their order first, so that phrases can be found; other spellings follow.
    """

    german: list[str] = field(default_factory=list)
    english: list[str] = field(default_factory=list)
    simple: list[str] = field(default_factory=list)
    more: list[str] = field(default_factory=list)

    def take(self, word: str, known: Lexicon, *, is_joined: bool = False):
        """Add a word in all its spellings, with the parts that it is made of."""
        spellings, parts = forms(word), known.parts_of(word)
        self.german += [*spellings, *parts]
        self.english += folded(word)[-1:]
        self.simple += spellings[:1] if not is_joined else ()
        self.more += [*(spellings if is_joined else spellings[1:]), *parts, *syllables(word), *characters(word)]


def streams(text: str) -> Streams:
    """Return the words of `text` in all streams."""
    found, known = Streams(), lexicon()
    for parts in chunks(text[:LONGEST]):
        for part in parts:
            found.take(part, known)
        if len(parts) > 1:
            found.take("".join(parts), known, is_joined=True)
    return found


def vector(title: str, labels: str, summary: str, body: str, language: str):
    """Return the expression of a search vector: A title, B labels, C summary, D body.

    A body is stemmed in its own language only; the short texts in both, since names cross over.
    """
    german_only, english_only = ("german", "simple"), ("english", "simple")
    weighed = [_weighed(text, weight) for text, weight in ((title, "A"), (labels, "B"), (summary, "C"))]
    whole = _weighed(body, "D", german_only if language == GERMAN else english_only)
    for part in weighed:
        whole = whole + part
    return whole


def _weighed(text: str, weight: str, configurations=("german", "english", "simple")):
    found = streams(text)
    by_name = {"german": found.german, "english": found.english, "simple": [*found.simple, *found.more]}
    vectors = [SearchVector(Value(" ".join(by_name[n])), config=n, weight=weight) for n in configurations]
    whole = vectors[0]
    for one in vectors[1:]:
        whole = whole + one
    return whole
