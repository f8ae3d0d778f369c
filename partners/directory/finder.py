"""The list of partners as a page shows it."""

from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.directory import bounding_boxes, country_addresses, facets, rows
from partners.directory.counting import PartnerCount
from partners.directory.facet_index import Row
from partners.directory.signed import Official
from partners.institutions.status import PartnerStatus
from partners.maps.places import Place
from partners.maps.world_map import WorldMap, world_map
from partners.models import Institution, SubjectField
from portal.finder.filters import MOST_VALUES
from portal.finder.finder import Finder

FORMER = PartnerStatus.FORMER.value


class PartnerFinder(Finder):
    model = Institution
    shape = facets.SHAPE
    count_type = PartnerCount
    legends = facets.LEGENDS
    always_open = ("continent", "activity")
    concepts = ("country", "continent", "subject")
    per_page = 50

    def __init__(self, query, path: str):
        self.boxes = bounding_boxes.understood(query.getlist("bbox"))
        super().__init__(query, path)

    def known(self):
        return facets.vocabulary(self.boxes)

    @cached_property
    def facet_index(self):
        return self.vocabulary.facet_index

    def records(self, keys):
        return rows.partners(keys, self.facet_index)

    def word(self, count):
        return ngettext("partner", "partners", count)

    def sort_label(self, sort):
        labels = {"country": _("country"), "newest": _("newest agreement")}
        return labels[sort] if sort in labels else super().sort_label(sort)

    def offered(self, facet):
        """Offer what some partner has, and what is chosen; of fields of study not the middle ones."""
        chosen, there = self.filter.chosen[facet], self.facet_index.with_values(facet)
        if facet in facets.FOLLOWED:
            return [self.vocabulary.values[facet][value] for value in chosen]
        known = [one for one in self.vocabulary.of(facet) if one.value in there or one.value in chosen]
        if facet != "subject":
            return known
        return [one for one in known if len(one.value) != SubjectField.NARROW or one.value in chosen]

    def is_way_out(self, value):
        return value != FORMER

    # Countries and the map --------------------------------------------------------------------------------------------

    @property
    def country_count(self) -> int:
        found = self.summary.found
        return sum(bool(bits & found) for bits in self.facet_index.with_values("country").values())

    @cached_property
    def everybody(self) -> list[Row]:
        """Return all results, those of other pages, too, in the order of their German names."""
        return self.facet_index.rows_of(self.summary.found)

    @cached_property
    def keys(self) -> list[int]:
        """Return the keys of all results in the order of the list."""
        return PartnerCount(self.filter, self.facet_index, self.match).keys()

    @cached_property
    def map(self) -> WorldMap:
        """Return the map of all results; that of the whole list is kept, for it is asked for most."""
        if self.filter.is_narrowed:
            return self._new_map()
        kept, key = self.facet_index.kept, ("map", self.path)
        if key not in kept:
            kept[key] = self._new_map()
        return kept[key]

    def _new_map(self) -> WorldMap:
        return world_map(self.everybody, self.place_url, self._country_url)

    @property
    def official(self) -> Official:
        """Return what the report of this day counts."""
        return self.facet_index.official

    def place_url(self, place: Place) -> str:
        """Return the address of the same list, narrowed to what a marker stands for."""
        values = dict.fromkeys(self.facet_index.place[key] for key in place.institutions)
        if len(values) <= MOST_VALUES:
            return self.url(self.filter.having("place", *values))
        points = [(city.longitude, city.latitude) for city in place.cities]
        edges = (*map(min, zip(*points, strict=True)), *map(max, zip(*points, strict=True)))
        return self.url(self.filter.having("bbox", ",".join(f"{degrees:.5f}" for degrees in edges)))

    def _country_url(self, code: str) -> str:
        """Return the page of a country, or this list narrowed to it where it is narrowed already."""
        here = self.filter.is_narrowed or not country_addresses.url(code)
        return self.url(self.filter.having("country", code)) if here else country_addresses.url(code)

    @property
    def robots(self):
        """A country has a page of its own, which is the one worth finding; a place is a part of that."""
        has_better = {"country", "place", "bbox"} & {name for name, _value in self.filter.pairs()}
        return "noindex,follow" if has_better else super().robots

    # Former partners stand apart --------------------------------------------------------------------------------------

    @property
    def is_former_list(self) -> bool:
        return self.filter.chosen["status"] == (FORMER,)

    @property
    def former_count(self) -> int:
        """Return how many former partners would match the other filters."""
        return 0 if FORMER in self.filter.chosen["status"] else self.summary.counts["status"].get(FORMER, 0)

    @property
    def former_url(self) -> str:
        return self.url(self.filter.having("status", FORMER)) if self.former_count else ""
