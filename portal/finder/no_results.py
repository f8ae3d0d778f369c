"""Suggestions for a list without results: the list without one filter, and values close to the chosen ones."""

from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.core.language.bilingual import Text
from portal.finder.counting import Summary
from portal.finder.filters import Filter
from portal.finder.parts import Suggestion
from portal.finder.vocabulary import FacetValue
from portal.search.normalise import folded, words

if TYPE_CHECKING:
    from portal.finder.finder import Finder

MIN_RATIO = 0.8  # of 1: what `SequenceMatcher` returns for a word with one letter missing
MOST_VALUES = 5
SHORTEST_PREFIX = 4  # letters


class NoResults:
    """Suggestions that are computed when a template reads them; with a text, they cost one more query."""

    def __init__(self, finder: "Finder") -> None:
        self.finder, self.filter = finder, finder.filter

    @cached_property
    def removable_filters(self) -> list[Suggestion]:
        """Return each active filter whose removal brings results, the one with most results first."""
        active = [facet for facet in self.filter.shape.facets if self.filter.chosen[facet]]
        totals = self.finder.summary.totals_without_facet
        suggestions = [
            self._suggestion(self._name(facet), totals.get(facet, 0), self.filter.dropping(facet)) for facet in active
        ]
        if self.filter.text:
            name = _("“%(text)s”") % {"text": self.filter.text}
            total = self._summary_without_text.total
            suggestions.append(self._suggestion(name, total, self.filter.dropping_text()))
        helpful = [suggestion for suggestion in suggestions if suggestion.count]
        return sorted(helpful, key=lambda suggestion: -suggestion.count)

    @cached_property
    def close_values(self) -> list[Suggestion]:
        """Return concepts whose names resemble the text, and other values of the chosen facets, up to MOST_VALUES."""
        return [*self._concepts_like_text(), *self._siblings()][:MOST_VALUES]

    def _siblings(self) -> list[Suggestion]:
        suggestions = [
            self._suggestion(choice.label, choice.count, self.filter.with_values(facet.name, choice.value))
            for facet in self.finder.facets
            for choice in facet.choices
            if facet.chosen and choice.count and not choice.is_checked and self.finder.may_suggest(choice.value)
        ]
        return sorted(suggestions, key=lambda suggestion: -suggestion.count)

    def _concepts_like_text(self) -> list[Suggestion]:
        if not self.filter.text:
            return []
        without_text, spellings = self.filter.dropping_text(), _spellings((self.filter.text,))
        suggestions = [
            self._suggestion(concept.label, count, without_text.with_values(facet, concept.value))
            for facet in self.finder.concepts
            for concept in self.finder.vocabulary.of(facet)
            if _is_similar(spellings, concept)
            for count in [self._summary_without_text.counts[facet].get(concept.value, 0)]
            if count
        ]
        return sorted(suggestions, key=lambda suggestion: -suggestion.count)

    @cached_property
    def _summary_without_text(self) -> Summary:
        return self.finder.summarise(self.filter.dropping_text())

    def _name(self, facet: str) -> str:
        chosen = self.filter.chosen[facet]
        labels = [str(value.label) for value in self.finder.vocabulary.of(facet) if value.value in chosen]
        return f"{self.finder.legends[facet]}: {', '.join(labels)}"

    def _suggestion(self, label: Text | str, count: int, narrowing: Filter) -> Suggestion:
        return Suggestion(label, count, self.finder.word(count), self.finder.url(narrowing))


@lru_cache(maxsize=2_000)  # more than there are concepts
def _concept_spellings(texts: tuple[str, ...]) -> set[str]:
    return _spellings(texts)


def _spellings(texts: tuple[str, ...]) -> set[str]:
    return {spelling for text in texts for word in words(text) for spelling in folded(word)}


def _is_similar(spellings: set[str], concept: FacetValue) -> bool:
    """Tell whether one of the spellings resembles a word of a concept."""
    words_of_concept = _concept_spellings(concept.words)
    return any(_resemble(spelling, word) for spelling in spellings for word in words_of_concept)


def _resemble(first: str, second: str) -> bool:
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) < SHORTEST_PREFIX:
        return first == second
    if longer.startswith(shorter):
        return True
    if 2 * len(shorter) < MIN_RATIO * (len(first) + len(second)):  # the lengths alone rule it out
        return False
    matcher = SequenceMatcher(None, first, second)
    return matcher.quick_ratio() >= MIN_RATIO and matcher.ratio() >= MIN_RATIO
