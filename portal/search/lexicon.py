"""The compound words and synonyms that editors have entered, prepared for lookup."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from portal.core import content_version
from portal.search.models import CompoundWord, SynonymGroup
from portal.search.normalise import first_spellings, folded, phrase_key, words

LINKS = ("", "s", "es", "n", "en")  # between the parts of a compound
ENDINGS = ("", "s", "es", "n", "en", "e", "er")  # of the last part
SHORTEST_PART = 3  # letters
MOST_PARTS = 4

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """`parts` holds the spellings of all parts of compounds; `synonyms` the members of each group, by phrase key.

    `pairs` holds the words that follow one another in those members, each in its first spelling.
    """

    parts: frozenset[str]
    synonyms: dict[str, tuple[Phrase, ...]]
    pairs: frozenset[tuple[str, str]] = frozenset()

    @cached_property
    def joined_parts(self) -> str:
        """Return all parts, sorted and separated by blanks."""
        return " ".join(sorted(self.parts))

    def is_pair(self, first: str, second: str) -> bool:
        """Tell whether a query can ask for these two words in a row: as parts of a compound, or in a phrase."""
        return (first in self.parts and second in self.parts) or (first, second) in self.pairs

    def parts_of(self, word: str) -> tuple[str, ...]:
        """Return the parts of a compound in ASCII; empty unless all are known, as one part alone matches too much."""
        for form in folded(word):
            if parts := self._split(form, MOST_PARTS):
                return parts
        return ()

    def members(self, phrase: list[str]) -> tuple[Phrase, ...]:
        """Return all phrases that mean the same as this one, including itself; empty if it has no synonyms.

        `Betreuung für Kinder` counts as `Kinderbetreuung`.
        """
        keys = [phrase_key(phrase), phrase_key(phrase[::-1])] if len(phrase) == 2 else [phrase_key(phrase)]
        for key in keys:
            for ending in ("", "s", "n", "en", "e"):
                if key.endswith(ending) and (members := self.synonyms.get(key.removesuffix(ending))):
                    return members
        return ()

    def _split(self, form: str, most_parts: int) -> tuple[str, ...]:
        for cut in range(len(form) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            head = self._part(form[:cut], LINKS)
            if head and (tail := self._split_rest(form[cut:], most_parts - 1)):
                return (head, *tail)
        return ()

    def _split_rest(self, form: str, most_parts: int) -> tuple[str, ...]:
        if part := self._part(form, ENDINGS):
            return (part,)
        return self._split(form, most_parts) if most_parts > 1 else ()

    def _part(self, form: str, endings: tuple[str, ...]) -> str:
        """Return the known part that `form` is with one of the endings, or ""."""
        stems = (form.removesuffix(ending) for ending in endings if form.endswith(ending))
        return next((stem for stem in stems if stem in self.parts), "")


def lexicon() -> Lexicon:
    """Return the present lexicon; it is read again after an editor has changed a word."""
    return content_version.memo("search-lexicon", _read)


def _read() -> Lexicon:
    compounds = CompoundWord.objects.values_list("parts", flat=True)
    parts = {form for compound in compounds for part in compound.lower().split("|") for form in folded(part)}
    synonyms = _synonyms(SynonymGroup.objects.values_list("words", flat=True))
    phrases = {phrase for members in synonyms.values() for phrase in members}
    pairs = frozenset(pair for phrase in phrases for pair in pairwise(first_spellings(phrase)))
    return Lexicon(frozenset(parts), synonyms, pairs)


def _synonyms(groups: Iterable[list[str]]) -> dict[str, tuple[Phrase, ...]]:
    """Return the members of groups by the key of each member; one that is in two groups has the members of both."""
    synonyms: dict[str, tuple[Phrase, ...]] = {}
    for group in groups:
        members = tuple(phrase for text in group if (phrase := tuple(words(text))))
        for member in members:
            key = phrase_key(member)
            synonyms[key] = tuple(dict.fromkeys((*synonyms.get(key, ()), *members)))
    return synonyms
