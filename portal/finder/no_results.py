"""A list without results leads on: what each filter costs, and what lies near what was sought."""

from dataclasses import replace
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from django.utils.translation import gettext as _

from portal.finder.counting import Summary
from portal.finder.parts import WayOut
from portal.finder.vocabulary import FacetValue
from portal.search.normalise import folded, words

SIMILAR = 0.8  # of 1: what `SequenceMatcher` gives a word with a letter too few
MOST_NEAR = 5
SHORTEST_BEGINNING = 4  # letters


class NoResults:
    """Read only where there are no results; with a text, it costs one more query."""

    def __init__(self, finder):
        self.finder, self.filter = finder, finder.filter

    @cached_property
    def drops(self) -> list[WayOut]:
        """Return for each filter that is the only one in the way: the number without it. The largest comes first."""
        active = [facet for facet in self.filter.shape.facets if self.filter.chosen[facet]]
        without = self.finder.summary.without
        ways = [self._way(self._name(one), without.get(one, 0), self.filter.without(one)) for one in active]
        if self.filter.text:
            name = _("“%(text)s”") % {"text": self.filter.text}
            ways.append(self._way(name, self._textless.total, self.filter.without_text()))
        return sorted(ways, key=lambda way: -way.count)

    @cached_property
    def near(self) -> list[WayOut]:
        """Return other values of the chosen facets that have results, and concepts that the text may have meant."""
        found = [*self._meant(), *self._siblings()]
        return found[:MOST_NEAR]

    def _siblings(self) -> list[WayOut]:
        ways = [
            self._way(choice.label, choice.count, self.filter.having(facet.name, choice.value))
            for facet in self.finder.facets
            for choice in facet.choices
            if facet.chosen and choice.count and not choice.is_checked and self.finder.is_way_out(choice.value)
        ]
        return sorted(ways, key=lambda way: -way.count)

    def _meant(self) -> list[WayOut]:
        if not self.filter.text:
            return []
        textless = self.filter.without_text()
        sought = _spellings([self.filter.text])
        counted = [
            (facet, one, self._textless.counts[facet].get(one.value, 0))
            for facet in self.finder.concepts
            for one in self.finder.vocabulary.of(facet)
            if _alike(sought, one)
        ]
        return [
            self._way(one.label, count, textless.having(facet, one.value))
            for facet, one, count in sorted(counted, key=lambda found: -found[2])
            if count
        ]

    @cached_property
    def _textless(self) -> Summary:
        return self.finder.counted(replace(self.filter.without_text(), page=1))

    def _name(self, facet: str) -> str:
        chosen = self.filter.chosen[facet]
        labels = [str(one.label) for one in self.finder.vocabulary.of(facet) if one.value in chosen]
        return f"{self.finder.legends[facet]}: {', '.join(labels)}"

    def _way(self, label, count: int, narrowing) -> WayOut:
        return WayOut(label, count, self.finder.word(count), self.finder.url(narrowing))


@lru_cache(maxsize=2_000)  # more than there are concepts
def _known_spellings(texts: tuple[str, ...]) -> set[str]:
    return _spellings(texts)


def _spellings(texts) -> set[str]:
    return {spelling for text in texts for word in words(text) for spelling in folded(word)}


def _alike(sought: set[str], concept: FacetValue) -> bool:
    """Tell whether a word that is sought is nearly one that people use for a concept."""
    known = _known_spellings(concept.words)
    return any(_is_near(one, other) for one in sought for other in known)


def _is_near(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < SHORTEST_BEGINNING:
        return one == other
    if longer.startswith(shorter):
        return True
    if 2 * len(shorter) < SIMILAR * (len(one) + len(other)):  # no letters could make up for it
        return False
    matcher = SequenceMatcher(None, one, other)
    return matcher.quick_ratio() >= SIMILAR and matcher.ratio() >= SIMILAR
