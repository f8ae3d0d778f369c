"""How partners are counted: former ones are left out unless they are asked for, and parts of the map are boxes."""

from partners.directory.bounding_boxes import box_of
from partners.institutions.status import PartnerStatus
from partners.models import Institution
from portal.finder.counting import Count


class PartnerCount(Count):
    model = Institution
    usual = {"status": (PartnerStatus.ACTIVE, PartnerStatus.DORMANT)}

    def bits(self, facet, values):
        if facet == "bbox":
            return self.facet_index.bits_within([box_of(value) for value in values])
        return super().bits(facet, values)

    def counted(self, facet):
        if facet == "bbox":
            return {value: self.bits(facet, [value]) for value in self.asked.chosen[facet]}
        return super().counted(facet)
