"""The list of programmes as a page shows it."""

from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.finder.finder import Finder
from programs.catalogue import facets, selectors
from programs.catalogue.counting import ProgramCount
from programs.catalogue.facet_index import facet_index
from programs.models import Program

ENDED = "ended"  # the value of availability that stands apart


class ProgramFinder(Finder):
    model = Program
    shape = facets.SHAPE
    count_type = ProgramCount
    legends = facets.LEGENDS
    always_open = ("situation", "kind")
    concepts = tuple(facets.CONCEPTS)

    def known(self):
        return facets.vocabulary()

    @cached_property
    def facet_index(self):
        return facet_index()

    def records(self, keys):
        return selectors.chosen_programs(keys)

    def word(self, count):
        return ngettext("programme", "programmes", count)

    def sort_label(self, sort):
        return _("next deadline") if sort == "deadline" else super().sort_label(sort)

    def is_way_out(self, value):
        return value != ENDED

    @property
    def is_ended_list(self) -> bool:
        return self.filter.chosen["availability"] == (ENDED,)

    @property
    def ended_count(self) -> int:
        """Return how many of those that have ended would match the other filters."""
        is_asked_for = ENDED in self.filter.chosen["availability"]
        return 0 if is_asked_for else self.summary.counts["availability"].get(ENDED, 0)

    @property
    def ended_url(self) -> str:
        return self.url(self.filter.having("availability", ENDED)) if self.ended_count else ""
