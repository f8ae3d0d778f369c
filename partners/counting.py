"""How partners are counted: from `partners.census` instead of a query, but said as `portal.finder.counting` says it."""

from dataclasses import dataclass
from functools import cached_property

from partners.facets import SHAPE, PartnerVocabulary
from partners.models import Institution
from partners.standing import Standing
from portal.core.bilingual import reader_language
from portal.finder.counting import Summary
from portal.finder.filters import RELEVANCE, Filter

LISTED = (Standing.ACTIVE, Standing.DORMANT)  # unless others are asked for


@dataclass
class PartnerSummary(Summary):
    """`found` has the bits of all results, those of other pages, too; `countries` says in how many they lie."""

    found: int = 0
    countries: int = 0


class PartnerCount:
    """What a filter finds, and what each further choice would find. Former partners are left out unless asked for."""

    def __init__(self, chosen: Filter, vocabulary: PartnerVocabulary, match=None):
        self.chosen, self.vocabulary, self.match = chosen, vocabulary, match
        self.census = vocabulary.census

    def run(self, per_page: int) -> PartnerSummary:
        found, known = self._without(""), self.census
        place = (self.chosen.page - 1) * per_page
        summary = PartnerSummary(
            total=found.bit_count(),
            keys=self.keys()[place : place + per_page],
            without={facet: self._without(facet).bit_count() for facet in self._having},
            found=found,
            countries=sum(bool(bits & found) for bits in known.with_values("country").values()),
        )
        for facet in SHAPE.facets:
            others = self._without(facet)
            summary.counts[facet] = {
                value: (bits & others).bit_count() for value, bits in known.with_values(facet).items()
            }
        for value in self.chosen.chosen["bbox"]:
            summary.counts["bbox"][value] = (self._within([value]) & self._without("bbox")).bit_count()
        return summary

    def keys(self) -> list[int]:
        """Return the keys of all results, in the order that was asked for."""
        return self._in_order(self._without(""))

    def _without(self, facet: str) -> int:
        """Return who fails none of the facets but perhaps this one."""
        found = self._matching
        for one, bits in self._having.items():
            if one != facet:
                found &= bits
        return found

    @cached_property
    def _having(self) -> dict[str, int]:
        """Return for each facet that counts now who does not fail it."""
        chosen = {facet: values for facet, values in self.chosen.chosen.items() if values}
        having = {facet: self.census.bits(facet, values) for facet, values in chosen.items() if facet != "bbox"}
        having.setdefault("status", self.census.bits("status", LISTED))
        return having | ({"bbox": self._within(chosen["bbox"])} if "bbox" in chosen else {})

    def _within(self, values) -> int:
        return self.census.bits_within(self.vocabulary.keys("bbox", values))

    @cached_property
    def _matching(self) -> int:
        return self.census.bits_of(self._ranked) if self.match else self.census.everybody

    @cached_property
    def _ranked(self) -> list[int]:
        """Return what the text finds, the best first where that is the order."""
        if self.chosen.sort != RELEVANCE:
            return list(self.match.ids.values_list("object_id", flat=True))
        found = Institution.objects.filter(pk__in=self.match.ids).annotate(relevance=self.match.rank)
        ordered = found.order_by("-relevance", f"sort_{reader_language()}", "pk")
        return list(ordered.values_list("pk", flat=True))

    def _in_order(self, found: int) -> list[int]:
        if self.chosen.sort == RELEVANCE and self.match:
            keys = {row.pk for row in self.census.chosen(found)}
            return [key for key in self._ranked if key in keys]
        return self.census.in_order(found, self.chosen.sort, reader_language())
