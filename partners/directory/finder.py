"""The finder of partners: their list with its filters, map and counts, as pages show it."""

from functools import cached_property

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.directory import bounding_boxes, country_addresses, facets, rows
from partners.directory.agreement_totals import OfficialCounts
from partners.directory.counting import PartnerCount
from partners.directory.facet_index import PartnerFacetIndex, Row
from partners.institutions.status import PartnerStatus
from partners.maps.places import Place
from partners.maps.world_map import WorldMap, world_map
from partners.models import Institution, SubjectField
from portal.finder.filters import MOST_VALUES
from portal.finder.finder import Finder
from portal.finder.vocabulary import FacetValue

FORMER = PartnerStatus.FORMER.value


class PartnerFinder(Finder):
    model = Institution
    vocabulary: facets.PartnerVocabulary
    shape = facets.SHAPE
    count_type = PartnerCount
    legends = facets.LEGENDS
    always_open = ("continent", "activity")
    concepts = ("country", "continent", "subject")
    per_page = 50

    def __init__(self, query: QueryDict, path: str) -> None:
        self.boxes = bounding_boxes.box_values(query.getlist("bbox"))
        super().__init__(query, path)

    def read_vocabulary(self) -> facets.PartnerVocabulary:
        return facets.vocabulary(self.boxes)

    @cached_property
    def facet_index(self) -> PartnerFacetIndex:
        return self.vocabulary.facet_index

    def records(self, keys: list[int]) -> list[Institution]:
        return rows.partners(keys, self.facet_index)

    def word(self, count: int) -> str:
        return ngettext("partner", "partners", count)

    def sort_label(self, sort: str) -> str:
        labels = {"country": _("country"), "newest": _("newest agreement")}
        return labels[sort] if sort in labels else super().sort_label(sort)

    def offered(self, facet: str) -> list[FacetValue]:
        """Return the values that some partner has or that are chosen; of fields of study not the narrow ones."""
        chosen, used = self.filter.chosen[facet], self.facet_index.bits_by_value(facet)
        if facet in facets.LINK_ONLY:
            return [self.vocabulary.values[facet][value] for value in chosen]
        values = [value for value in self.vocabulary.of(facet) if value.value in used or value.value in chosen]
        if facet != "subject":
            return values
        return [value for value in values if len(value.value) != SubjectField.NARROW or value.value in chosen]

    def may_suggest(self, value: str) -> bool:
        return value != FORMER

    # Countries and the map --------------------------------------------------------------------------------------------

    @property
    def country_count(self) -> int:
        """Return the number of countries of all results."""
        results = self.summary.matches
        return sum(bool(bits & results) for bits in self.facet_index.bits_by_value("country").values())

    @cached_property
    def everybody(self) -> list[Row]:
        """Return the rows of all results, on every page, sorted by their German names."""
        return self.facet_index.rows_of(self.summary.matches)

    @cached_property
    def keys(self) -> list[int]:
        """Return the keys of all results in the order of the list."""
        return PartnerCount(self.filter, self.facet_index, self.match).keys()

    @cached_property
    def map(self) -> WorldMap:
        """Return the map of all results; that of the unfiltered list is kept in the facet index."""
        if self.filter.is_narrowed:
            return self._new_map()
        kept, key = self.facet_index.cache, ("map", self.path)
        if key not in kept:
            kept[key] = self._new_map()
        return kept[key]

    def _new_map(self) -> WorldMap:
        return world_map(self.everybody, self.place_url, self._country_url)

    @property
    def official(self) -> OfficialCounts:
        """Return the counts of today's report."""
        return self.facet_index.official

    def place_url(self, place: Place) -> str:
        """Return the URL of the same list, narrowed to the institutions of a marker."""
        values = dict.fromkeys(self.facet_index.places[key] for key in place.institutions)
        if len(values) <= MOST_VALUES:
            return self.url(self.filter.with_values("place", *values))
        points = [(city.longitude, city.latitude) for city in place.cities]
        edges = (*map(min, zip(*points, strict=True)), *map(max, zip(*points, strict=True)))
        return self.url(self.filter.with_values("bbox", ",".join(f"{degrees:.5f}" for degrees in edges)))

    def _country_url(self, code: str) -> str:
        """Return the URL of a country's page; if this list is filtered, that of this list narrowed to the country."""
        stays_here = self.filter.is_narrowed or not country_addresses.url(code)
        return self.url(self.filter.with_values("country", code)) if stays_here else country_addresses.url(code)

    @property
    def robots(self) -> str:
        """Exclude lists of one country or place from search engines: the page of the country is indexed instead."""
        has_better_page = {"country", "place", "bbox"} & {name for name, _value in self.filter.pairs()}
        return "noindex,follow" if has_better_page else super().robots

    # Former partners --------------------------------------------------------------------------------------------------

    @property
    def is_former_list(self) -> bool:
        """Tell whether the list shows former partners only."""
        return self.filter.chosen["status"] == (FORMER,)

    @property
    def former_count(self) -> int:
        """Return how many former partners match the other filters, or 0 if the list shows them already."""
        return 0 if FORMER in self.filter.chosen["status"] else self.summary.counts["status"].get(FORMER, 0)

    @property
    def former_url(self) -> str:
        """Return the URL of the list of former partners under the other filters; empty without any."""
        return self.url(self.filter.with_values("status", FORMER)) if self.former_count else ""
