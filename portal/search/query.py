"""From the text that a reader typed to the query that documents must match and by which they are ranked."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from portal.search.lexicon import lexicon
from portal.search.normalise import all_chunks, chunks, cjk_tokens, folded, forms, plain
from portal.search.tsquery import ALL, HEAD, TITLE, TsQuery, adjacent, all_of, any_of, exact, lexeme, loose, phrase

LONGEST = 200  # characters
MOST_WORDS = 12
LONGEST_PHRASE = 5  # words, of phrases that may have synonyms

Parts = tuple[str, ...]  # a word between its hyphens


@dataclass(frozen=True)
class Step:
    """One word of a query, or one phrase that has synonyms: then `members` are all of these, including the phrase.

    Each member of a group makes the same query, so each finds the same documents in the same order.
    """

    parts: Parts = ()
    joined: tuple[str, ...] = ()  # with its neighbours: two words of the query may be one in a text
    members: tuple[Parts, ...] = ()

    def loose(self) -> TsQuery:
        """Return the condition for documents."""
        if self.members:
            return any_of([loose(member[0]) if len(member) == 1 else adjacent(member) for member in self.members])
        whole = [exact(word) for word in self.joined]
        return any_of([all_of([loose(part) for part in self.parts]), *whole])

    def exact(self, weights: str = ALL) -> TsQuery:
        """Return the same condition for whole words only."""
        if self.members:
            return any_of([phrase(member, weights) for member in self.members])
        whole = [exact(word, weights) for word in self.joined]
        return any_of([all_of([exact(part, weights) for part in self.parts]), *whole])


@dataclass(frozen=True)
class Query:
    """A parsed query. `chunks` are its words without stop words, each in the parts between its hyphens."""

    text: str
    chunks: tuple[Parts, ...] = ()
    notices: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()  # all words including stop words; empty where there are none of those

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
        """Return the whole text in lower case, for comparing with titles."""
        return " ".join(plain(self.text).split())

    @property
    def condition(self) -> TsQuery:
        """Return the condition for documents: every word must match, each in any of its spellings."""
        return all_of([step.loose() for step in self.steps])

    @property
    def rank(self) -> TsQuery:
        """Return the query for ranking: whole words only, so that documents with mere prefixes come last.

        It is joined by "or": with "and", PostgreSQL compares each word with each other one, which takes long.
        """
        return any_of([step.exact() for step in self.steps])

    @property
    def in_title(self) -> TsQuery:
        """Return the query for documents with all words in their title or another name."""
        return all_of([step.exact(TITLE) for step in self.steps])

    @property
    def in_head(self) -> TsQuery:
        """Return the query for documents with all words in title, labels and summary together."""
        return all_of([step.exact(HEAD) for step in self.steps])

    @property
    def as_syllables(self) -> TsQuery:
        """Return the query for names in other scripts by their syllables: 北京 is "bei jing", and "bei" no stop word.

        Documents contain no German or English stop words, so such a word matches transliterated syllables only.
        """
        return all_of([any_of([lexeme(form, TITLE) for form in folded(word)]) for word in self.typed])

    @cached_property
    def highlight_forms(self) -> set[str]:
        """Return the spellings that are marked in titles and summaries."""
        synonyms = {member[0] for step in self.steps for member in step.members if len(member) == 1}
        joined = {"".join(parts) for parts in self.chunks}
        spellings = {form for word in {*self.words, *synonyms, *joined} for form in forms(word)}
        return spellings | {token for word in self.words for token in cjk_tokens(word)}

    @cached_property
    def steps(self) -> list[Step]:
        """Return the words of the query and its phrases with synonyms, in order."""
        steps, position = [], 0
        while position < len(self.chunks):
            length, step = self._phrase_at(position)
            steps.append(step or self._word_at(position))
            position += length
        return steps

    def _phrase_at(self, position: int) -> tuple[int, Step | None]:
        """Return the length and the step of the longest phrase at `position` that has synonyms; else (1, None)."""
        for length in range(min(LONGEST_PHRASE, len(self.chunks) - position), 0, -1):
            words = [part for parts in self.chunks[position : position + length] for part in parts]
            if members := lexicon().members(words):
                return length, Step(members=members)
        return 1, None

    def _word_at(self, position: int) -> Step:
        parts, last = self.chunks[position], len(self.chunks) - 1
        pairs = [self.chunks[start : start + 2] for start in (position - 1, position) if 0 <= start < last]
        whole = ("".join(parts),) if len(parts) > 1 else ()
        return Step(parts, (*whole, *("".join((*first, *second)) for first, second in pairs)))


def parse(text: str) -> Query:
    """Return the query of a text, cut to LONGEST characters and MOST_WORDS words; `notices` say what was cut."""
    notices = []
    if len(text) > LONGEST:
        notices.append(_("Only the first %(number)s characters are read.") % {"number": LONGEST})
    words = _searchable(text[:LONGEST])
    typed = [part for parts in all_chunks(text[:LONGEST]) for part in parts if folded(part)]
    if len(words) > MOST_WORDS:
        notices.append(_("Only the first %(number)s words are read.") % {"number": MOST_WORDS})
    has_stop_words = len(typed) > sum(len(parts) for parts in words)
    return Query(
        text[:LONGEST],
        chunks=tuple(parts[:MOST_WORDS] for parts in words[:MOST_WORDS]),
        notices=tuple(notices),
        typed=tuple(typed[:MOST_WORDS]) if words and has_stop_words else (),
    )


def _searchable(text: str) -> list[Parts]:
    """Return the words of a text that can be spelt in ASCII; empty where all are single letters or digits."""
    words = [tuple(part for part in parts if folded(part)) for parts in chunks(text)]
    words = [parts for parts in words if parts]
    return words if any(len(part) > 1 or cjk_tokens(part) for parts in words for part in parts) else []
