"""Counting partners: former ones only if they are filtered for, and parts of the map by their coordinates."""

from collections.abc import Iterable

from partners.directory.bounding_boxes import parse_box
from partners.directory.facet_index import PartnerFacetIndex
from partners.institutions.status import PartnerStatus
from partners.models import Institution
from portal.finder.counting import Count


class PartnerCount(Count):
    model = Institution
    facet_index: PartnerFacetIndex
    default_values = {"status": (PartnerStatus.ACTIVE, PartnerStatus.DORMANT)}

    def bits(self, facet: str, values: Iterable[str]) -> int:
        if facet == "bbox":
            return self.facet_index.bits_within([box for value in values if (box := parse_box(value))])
        return super().bits(facet, values)

    def bits_by_value(self, facet: str) -> dict[str, int]:
        if facet == "bbox":
            return {value: self.bits(facet, [value]) for value in self.filter.chosen[facet]}
        return super().bits_by_value(facet)
