"""What a filter finds, and what each further choice would find.

Those that fail no facet are the results; a facet counts those that fail none of the *other* facets.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from django.db.models.expressions import RawSQL

from portal.core.bilingual import reader_language
from portal.finder.facet_index import FacetIndex
from portal.finder.filters import RELEVANCE, Filter


@dataclass
class Summary:
    """What is found: `keys` are those of the results on the page asked for, in order; `counts` are by facet and value.

    without: results if one facet were dropped; found: the bits of all results, those of other pages, too.
    """

    total: int = 0
    keys: list[int] = field(default_factory=list)
    counts: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    without: dict[str, int] = field(default_factory=dict)
    found: int = 0


class Count:
    """Counts the records of `model`; `match` is what `portal.search` makes of a text, None where there is none.

    `usual` are the values of facets that apply unless others of the facet are chosen.
    """

    model: type
    usual: dict[str, tuple[str, ...]] = {}

    def __init__(self, asked: Filter, facet_index: FacetIndex, match=None):
        self.asked, self.facet_index, self.match = asked, facet_index, match

    def run(self, per_page: int) -> Summary:
        start, found = (self.asked.page - 1) * per_page, self.without()
        summary = Summary(found.bit_count(), self.keys(start, start + per_page), found=found)
        for facet in self.asked.shape.facets:
            others = self.without(facet)
            summary.counts[facet] = {value: (bits & others).bit_count() for value, bits in self.counted(facet).items()}
            if facet in self._having:
                summary.without[facet] = others.bit_count()
        return summary

    def keys(self, start: int = 0, stop: int | None = None) -> list[int]:
        """Return the keys of results, all of them unless a part is asked for, in the order that the reader chose."""
        found = self.without()
        if self.match and self.asked.sort == RELEVANCE:
            return list(self._ranked(found)[start:stop]) if found else []
        return list(islice(self.facet_index.in_order(found, self.asked.sort, reader_language()), start, stop))

    def without(self, facet: str = "") -> int:
        """Return who fails none of the facets but perhaps this one."""
        found = self._matching
        for one, bits in self._having.items():
            if one != facet:
                found &= bits
        return found

    def bits(self, facet: str, values: Iterable[str]) -> int:
        """Return who has one of the values."""
        return self.facet_index.bits(facet, values)

    def counted(self, facet: str) -> dict[str, int]:
        """Return who has which value of a facet."""
        return self.facet_index.with_values(facet)

    @cached_property
    def _having(self) -> dict[str, int]:
        """Return for each facet that counts now who does not fail it."""
        chosen = self.usual | {facet: values for facet, values in self.asked.chosen.items() if values}
        return {facet: self.bits(facet, values) for facet, values in chosen.items()}

    @cached_property
    def _matching(self) -> int:
        if not self.match:
            return self.facet_index.everybody
        return self.facet_index.bits_of(self.match.ids.values_list("object_id", flat=True))

    def _ranked(self, found: int):
        """Return the keys with the best first: ranking takes long, so only what is left is ranked."""
        keys = [self.facet_index.keys[at] for at in self.facet_index.positions(found)]
        # One parameter, however many there are.
        left = self.model.objects.filter(pk__in=RawSQL("SELECT unnest(%s::bigint[])", [keys]))
        ranked = left.annotate(relevance=self.match.rank)
        return ranked.order_by("-relevance", f"sort_{reader_language()}", "pk").values_list("pk", flat=True)
