"""From what somebody typed to what documents must match, and by what they are ranked."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from portal.search.lexicon import lexicon
from portal.search.normalise import all_chunks, characters, chunks, folded, forms, plain
from portal.search.tsquery import ALL, HEAD, TITLE, TsQuery, all_of, any_of, exact, in_a_row, lexeme, loose, phrase

LONGEST = 200  # characters
MOST_WORDS = 12
LONGEST_PHRASE = 5  # words in which a synonym is looked for

Parts = tuple[str, ...]  # a word between its hyphens


@dataclass(frozen=True)
class Step:
    """One word of a query, or one phrase that has synonyms: then `members` are all of them, it included.

    All members make the same query, so that all find the same, in the same order.
    """

    parts: Parts = ()
    joined: tuple[str, ...] = ()  # with its neighbours: what is two words here may be one in a text
    members: tuple[Parts, ...] = ()

    def loose(self) -> TsQuery:
        """Return what a document must match."""
        if self.members:
            return any_of([loose(member[0]) if len(member) == 1 else in_a_row(member) for member in self.members])
        whole = [exact(word) for word in self.joined]
        return any_of([all_of([loose(part) for part in self.parts]), *whole])

    def exact(self, weights: str = ALL) -> TsQuery:
        """Return the same for whole words only."""
        if self.members:
            return any_of([phrase(member, weights) for member in self.members])
        whole = [exact(word, weights) for word in self.joined]
        return any_of([all_of([exact(part, weights) for part in self.parts]), *whole])


@dataclass(frozen=True)
class Query:
    """What somebody seeks. `chunks` are its words, each in the parts between its hyphens."""

    text: str
    chunks: tuple[Parts, ...] = ()
    notices: tuple[str, ...] = ()
    syllables: tuple[str, ...] = ()  # all words as they were typed, where stop words are among them

    @property
    def is_searchable(self) -> bool:
        return bool(self.chunks)

    @property
    def words(self) -> list[str]:
        return [part for parts in self.chunks for part in parts]

    @property
    def normalised(self) -> str:
        return " ".join("-".join(parts) for parts in self.chunks)

    @property
    def as_title(self) -> str:
        """Return the whole text as a title could have it, in lower case."""
        return " ".join(plain(self.text).split())

    @property
    def condition(self) -> TsQuery:
        """Return what a document must match: every word, each in any of its spellings."""
        return all_of([step.loose() for step in self.steps])

    @property
    def rank(self) -> TsQuery:
        """Return what a document is ranked by: whole words only, so that beginnings of other words come last.

        All joined by "or": for "and", PostgreSQL would compare each word with each other one, at great length.
        """
        return any_of([step.exact() for step in self.steps])

    @property
    def in_title(self) -> TsQuery:
        """Return what the title or another name of a document matches when it is just what was sought."""
        return all_of([step.exact(TITLE) for step in self.steps])

    @property
    def in_head(self) -> TsQuery:
        return all_of([step.exact(HEAD) for step in self.steps])

    @property
    def as_syllables(self) -> TsQuery:
        """Return what a name matches that is said so: of 北京 as "bei jing", "bei" is no German preposition.

        No document keeps a stop word, so that one is found only as the sound of a character.
        """
        return all_of([any_of([lexeme(form, TITLE) for form in folded(word)]) for word in self.syllables])

    @cached_property
    def sought(self) -> set[str]:
        """Return the spellings that highlighting looks for."""
        alone = {member[0] for step in self.steps for member in step.members if len(member) == 1}
        joined = {"".join(parts) for parts in self.chunks}
        spellings = {form for word in {*self.words, *alone, *joined} for form in forms(word)}
        return spellings | {character for word in self.words for character in characters(word)}

    @cached_property
    def steps(self) -> list[Step]:
        found, place = [], 0
        while place < len(self.chunks):
            length, step = self._phrase_at(place)
            found.append(step or self._word_at(place))
            place += length
        return found

    def _phrase_at(self, place: int) -> tuple[int, Step | None]:
        """Return how many words at `place` make the longest phrase that has synonyms, and its step."""
        for length in range(min(LONGEST_PHRASE, len(self.chunks) - place), 0, -1):
            words = [part for parts in self.chunks[place : place + length] for part in parts]
            if members := lexicon().members(words):
                return length, Step(members=members)
        return 1, None

    def _word_at(self, place: int) -> Step:
        parts = self.chunks[place]
        pairs = [self.chunks[first : first + 2] for first in (place - 1, place) if 0 <= first < len(self.chunks) - 1]
        whole = ("".join(parts),) if len(parts) > 1 else ()
        return Step(parts, (*whole, *("".join((*one, *other)) for one, other in pairs)))


def parse(text: str) -> Query:
    """Return the query that somebody means, cut to a bearable length; `notices` say what was cut."""
    notices = []
    if len(text) > LONGEST:
        notices.append(_("Only the first %(number)s characters are read.") % {"number": LONGEST})
    every = [tuple(part for part in parts if folded(part)) for parts in chunks(text[:LONGEST])]
    found = [parts for parts in every if parts]
    if not any(len(part) > 1 or characters(part) for parts in found for part in parts):
        found = []  # single letters and digits stand everywhere
    said = [part for parts in all_chunks(text[:LONGEST]) for part in parts if folded(part)]
    if len(found) > MOST_WORDS:
        notices.append(_("Only the first %(number)s words are read.") % {"number": MOST_WORDS})
    kept = tuple(parts[:MOST_WORDS] for parts in found[:MOST_WORDS])
    has_stop_words = len(said) > sum(len(parts) for parts in found)
    return Query(text[:LONGEST], kept, tuple(notices), tuple(said[:MOST_WORDS]) if found and has_stop_words else ())
