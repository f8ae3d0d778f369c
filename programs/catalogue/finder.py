"""The list of programmes as a page shows it."""

from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.finder.finder import Finder
from portal.finder.vocabulary import FacetValue, Vocabulary
from programs.catalogue import facets, selectors
from programs.catalogue.counting import ProgramCount
from programs.catalogue.facet_index import ProgramFacetIndex, facet_index
from programs.catalogue.state import State
from programs.models import Program

ENDED = State.ENDED.value  # the value of availability that is listed separately


class ProgramFinder(Finder):
    model = Program
    shape = facets.SHAPE
    count_type = ProgramCount
    legends = facets.LEGENDS
    always_open = ("situation", "kind")
    concepts = tuple(facets.CONCEPTS)

    def read_vocabulary(self) -> Vocabulary:
        return facets.vocabulary()

    @cached_property
    def facet_index(self) -> ProgramFacetIndex:
        return facet_index()

    def offered(self, facet: str) -> list[FacetValue]:
        """Return the values of a facet; of all languages only those in which there is something."""
        values = super().offered(facet)
        if facet not in ("language", "teaching"):
            return values
        spoken = self.facet_index.bits_by_value(facet)
        return [value for value in values if value.value in spoken or value.value in self.filter.chosen[facet]]

    def records(self, keys: list[int]) -> list[Program]:
        return selectors.chosen_programs(keys)

    def word(self, count: int) -> str:
        return ngettext("programme", "programmes", count)

    def sort_label(self, sort: str) -> str:
        return _("next deadline") if sort == "deadline" else super().sort_label(sort)

    def may_suggest(self, value: str) -> bool:
        return value != ENDED

    @property
    def is_ended_list(self) -> bool:
        """Tell whether the list shows ended programmes only."""
        return self.filter.chosen["availability"] == (ENDED,)

    @property
    def ended_count(self) -> int:
        """Return the number of ended programmes that match the other filters; 0 where they are listed already."""
        is_listed = ENDED in self.filter.chosen["availability"]
        return 0 if is_listed else self.summary.counts["availability"].get(ENDED, 0)

    @property
    def ended_url(self) -> str:
        """Return the address of the list of ended programmes, or "" without any."""
        return self.url(self.filter.with_values("availability", ENDED)) if self.ended_count else ""
