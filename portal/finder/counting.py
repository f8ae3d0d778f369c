"""The results of a filter, and the number of results that each further choice would have.

The results match all facets. The counts of one facet's values are taken among the records that match all *other*
facets.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice

from django.db.models import Model, QuerySet
from django.db.models.expressions import RawSQL

from portal.core.language.bilingual import reader_language
from portal.finder.facet_index import FacetIndex
from portal.finder.filters import MATCHES, RELEVANCE, Filter
from portal.search.selectors import Match


@dataclass
class Summary:
    """The results: `keys` are the primary keys of one page, in order; `counts` are by facet and value.

    totals_without_facet: the number of results without the filter of one facet; matches: the bits of all results,
    including those of other pages.
    """

    total: int = 0
    keys: list[int] = field(default_factory=list)
    counts: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    totals_without_facet: dict[str, int] = field(default_factory=dict)
    matches: int = 0


class Count:
    """Counts the records of `model` that match a filter and, if there is a text, its `match` in the search.

    `default_values` are the values of facets that apply unless the reader chooses others.
    """

    model: type[Model]
    default_values: Mapping[str, tuple[str, ...]] = {}

    def __init__(self, filter: Filter, facet_index: FacetIndex, match: Match | None = None) -> None:  # noqa: A002
        self.filter, self.facet_index, self.match = filter, facet_index, match

    def summary(self, per_page: int) -> Summary:
        """Return all counts, and the results of the page that the filter names."""
        start, matches = (self.filter.page - 1) * per_page, self.matching()
        summary = Summary(matches.bit_count(), self.keys(start, start + per_page), matches=matches)
        for facet in self.filter.shape.facets:
            others = self.matching_all_but(facet)
            bits_by_value = self.bits_by_value(facet)
            summary.counts[facet] = {value: (bits & others).bit_count() for value, bits in bits_by_value.items()}
            if facet in self._bits_by_facet:
                summary.totals_without_facet[facet] = others.bit_count()
        return summary

    def keys(self, start: int = 0, stop: int | None = None) -> list[int]:
        """Return the primary keys of the results from `start` to before `stop`, in the chosen order."""
        matches = self.matching()
        if self.match and self.filter.sort == RELEVANCE:
            return list(self._ranked(matches, self.match)[start:stop]) if matches else []
        return list(islice(self._sorted_keys(matches), start, stop))

    def _sorted_keys(self, matches: int) -> Iterator[int]:
        language, sort = reader_language(), self.filter.sort
        if sort != MATCHES:
            return self.facet_index.sorted_keys(matches, sort, language)
        sort = self.filter.shape.sorts[0]  # among those that have as many of the values
        return chain.from_iterable(
            self.facet_index.sorted_keys(bits, sort, language) for bits in self._by_number_of_values(matches)
        )

    def _by_number_of_values(self, matches: int) -> list[int]:
        """Return the bits of the results with most of the chosen values of the ranking facet first, then with fewer."""
        ranking = self.filter.shape.ranking
        levels = [matches]  # the position in this list is the number of values that a record has
        for value in self.filter.chosen[ranking]:
            bits = self.bits(ranking, [value])
            raised, kept = [0, *(level & bits for level in levels)], [*(level & ~bits for level in levels), 0]
            levels = [up | stay for up, stay in zip(raised, kept, strict=True)]
        return levels[::-1]

    def matching(self) -> int:
        """Return the bits of the records that match the text and all facets."""
        return self.matching_all_but("")

    def matching_all_but(self, facet: str) -> int:
        """Return the bits of the records that match the text and all facets, one facet aside."""
        matches = self._text_matches
        for name, bits in self._bits_by_facet.items():
            if name != facet:
                matches &= bits
        return matches

    def bits(self, facet: str, values: Iterable[str]) -> int:
        """Return the bits of the records that have one of the values."""
        return self.facet_index.bits(facet, values)

    def bits_by_value(self, facet: str) -> dict[str, int]:
        """Return the bits of the records that have each value of a facet."""
        return self.facet_index.bits_by_value(facet)

    @cached_property
    def _bits_by_facet(self) -> dict[str, int]:
        """Return the bits of the records that match each facet with chosen or default values."""
        chosen = {facet: values for facet, values in self.filter.chosen.items() if values}
        return {facet: self.bits(facet, values) for facet, values in {**self.default_values, **chosen}.items()}

    @cached_property
    def _text_matches(self) -> int:
        if not self.match:
            return self.facet_index.all_bits
        return self.facet_index.bits_of_keys(self.match.ids.values_list("object_id", flat=True))

    def _ranked(self, matches: int, match: Match) -> QuerySet[Model, int]:
        """Return the primary keys with the best match first. Ranking is slow, so only the results are ranked."""
        keys = [self.facet_index.keys[position] for position in self.facet_index.positions(matches)]
        # One parameter for all keys, however many there are.
        results = self.model._default_manager.filter(pk__in=RawSQL("SELECT unnest(%s::bigint[])", [keys]))
        ranked = results.annotate(relevance=match.rank)
        return ranked.order_by("-relevance", f"sort_{reader_language()}", "pk").values_list("pk", flat=True)
