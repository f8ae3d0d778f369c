"""What editors have told the search about words, made ready for looking up."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from portal.core import content_version
from portal.search.models import CompoundWord, SynonymGroup
from portal.search.normalise import folded, key_of, spelt, words

LINKS = ("", "s", "es", "n", "en")  # between the parts of a compound
ENDINGS = ("", "s", "es", "n", "en", "e", "er")  # of the last part
SHORTEST_PART = 3  # letters
MOST_PARTS = 4


@dataclass(frozen=True)
class Lexicon:
    """`parts` holds the spellings of all known parts of compounds; `synonyms` the members of a group, by key.

    `pairs` holds the words that follow one another in those members, each in its first spelling.
    """

    parts: frozenset[str]
    synonyms: dict[str, tuple[tuple[str, ...], ...]]
    pairs: frozenset[tuple[str, str]] = frozenset()

    @cached_property
    def all_parts(self) -> str:
        """Return the parts with blanks between them."""
        return " ".join(sorted(self.parts))

    def has_neighbours(self, one: str, other: str) -> bool:
        """Tell whether anybody may seek these two one behind the other: as parts of a compound, or in a phrase."""
        return (one in self.parts and other in self.parts) or (one, other) in self.pairs

    def parts_of(self, word: str) -> tuple[str, ...]:
        """Return the parts of a compound in ASCII; nothing unless all of them are known, for one alone matches much."""
        for form in folded(word):
            if found := self._split(form, MOST_PARTS):
                return found
        return ()

    def members(self, phrase: list[str]) -> tuple[tuple[str, ...], ...]:
        """Return all phrases that mean the same as this one, it included; nothing for one without synonyms.

        `Betreuung für Kinder` counts as `Kinderbetreuung`.
        """
        keys = [key_of(phrase), key_of(phrase[::-1])] if len(phrase) == 2 else [key_of(phrase)]
        for key in keys:
            for ending in ("", "s", "n", "en", "e"):
                if key.endswith(ending) and (found := self.synonyms.get(key.removesuffix(ending))):
                    return found
        return ()

    def _split(self, form: str, most: int) -> tuple[str, ...]:
        for cut in range(len(form) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            head = self._known(form[:cut], LINKS)
            if head and (tail := self._rest(form[cut:], most - 1)):
                return (head, *tail)
        return ()

    def _rest(self, form: str, most: int) -> tuple[str, ...]:
        if known := self._known(form, ENDINGS):
            return (known,)
        return self._split(form, most) if most > 1 else ()

    def _known(self, form: str, endings: tuple[str, ...]) -> str:
        stems = (form.removesuffix(ending) for ending in endings if form.endswith(ending))
        return next((stem for stem in stems if stem in self.parts), "")


def lexicon() -> Lexicon:
    """Return the words as they are now; read again when an editor has changed them."""
    return content_version.memo("search-lexicon", _read)


def _read() -> Lexicon:
    compounds = CompoundWord.objects.values_list("parts", flat=True)
    parts = {form for word in compounds for part in word.lower().split("|") for form in folded(part)}
    synonyms: dict[str, tuple[tuple[str, ...], ...]] = {}
    for group in SynonymGroup.objects.values_list("words", flat=True):
        members = tuple(found for phrase in group if (found := tuple(words(phrase))))
        for member in members:
            synonyms[key_of(member)] = tuple(dict.fromkeys((*synonyms.get(key_of(member), ()), *members)))
    every = {member for members in synonyms.values() for member in members}
    return Lexicon(frozenset(parts), synonyms, frozenset(pair for one in every for pair in pairwise(spelt(one))))
