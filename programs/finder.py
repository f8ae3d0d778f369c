"""The list of programmes as a page shows it: filter, results, facets with counts, chips, notices."""

from dataclasses import replace
from functools import cached_property

from django.core.paginator import Paginator
from django.db import OperationalError
from django.utils.translation import gettext as _

from portal.core.bilingual import reader_language, text
from portal.search.bounds import bounded
from portal.search.highlight import highlighted
from portal.search.selectors import matching_ids
from programs import counting, facets, filters, selectors
from programs.dead_end import DeadEnd
from programs.finder_parts import Chip, Choice, Facet, PageLink, Sort
from programs.models import Program

PER_PAGE = 20
QUERY_CANCELED = "57014"  # what PostgreSQL says when a statement took longer than it may
MARGIN = 2  # page numbers shown on either side of the present one


class Finder:
    """What a query finds. `path` is the address of the list in the language of the reader."""

    def __init__(self, query, path: str):
        self.path = path
        self.vocabulary = facets.vocabulary()
        self.filter = filters.parse(query, self.vocabulary.values)
        self.match = matching_ids(Program, self.filter.text, reader_language()) if self.filter.text else None
        self.is_given_up = False
        self.summary = self._bounded_summary() if self.match else self._summary()

    def _bounded_summary(self) -> counting.Summary:
        try:
            with bounded():
                return self._summary()
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", "") != QUERY_CANCELED:
                raise
            self.is_given_up = True
            return counting.Summary()

    def _summary(self) -> counting.Summary:
        """Return counts and keys; past the last page, those of the last one."""
        found = counting.summary(self.filter, self.vocabulary, self.match, per_page=PER_PAGE)
        if found.total and not found.keys:
            last = replace(self.filter, page=-(-found.total // PER_PAGE))
            found = counting.summary(last, self.vocabulary, self.match, per_page=PER_PAGE)
        return found

    @cached_property
    def page(self):
        """Return the Django Page asked for, or the last one there is, with its programmes as a list."""
        page = self._paginator.get_page(self.filter.page)
        page.object_list = selectors.chosen_programs(self.summary.keys) if self.summary.keys else []
        for program in page.object_list if self.match else ():
            program.marked_name = highlighted(str(text(program, "name")), self.match.query.sought)
        return page

    @cached_property
    def _paginator(self):
        return Paginator(range(self.summary.total), PER_PAGE)

    @property
    def count(self) -> int:
        return self.summary.total

    # What is said -----------------------------------------------------------------------------------------------------

    @property
    def notices(self) -> list[str]:
        notices = [*self.filter.notices, *(self.match.notices if self.match else ())]
        if self.is_given_up:
            notices.append(_("This search took too long. Try fewer or longer words."))
        elif self.filter.page > self._paginator.num_pages:
            message = _("There is no page %(number)s. This is the last one.")
            notices.append(message % {"number": self.filter.page})
        return notices

    @property
    def is_ended_list(self) -> bool:
        return self.filter.is_ended

    @property
    def is_lost(self) -> bool:
        return self.filter.is_lost

    @cached_property
    def dead_end(self) -> DeadEnd | None:
        """Return what leads on from a list without results; None where there are some."""
        return None if self.count else DeadEnd(self)

    # What can be chosen -----------------------------------------------------------------------------------------------

    @cached_property
    def facets(self) -> list[Facet]:
        every = [Facet(name, facets.LEGENDS[name], self._choices(name)) for name in filters.FACETS]
        return [facet for facet in every if facet.choices]

    def _choices(self, facet: str) -> list[Choice]:
        chosen = self.filter.chosen[facet]
        return [
            Choice(one.value, one.label, self.summary.counts[facet].get(one.value, 0), one.value in chosen)
            for one in self.vocabulary.of(facet)
        ]

    @property
    def chips(self) -> list[Chip]:
        """Return a chip for each active filter, with the address without it."""
        chips = [
            Chip(choice.label, self.url(self.filter.without(facet.name, choice.value)))
            for facet in self.facets
            for choice in facet.choices
            if choice.is_checked
        ]
        if not self.filter.text:
            return chips
        return [Chip(_("“%(text)s”") % {"text": self.filter.text}, self.url(self.filter.without_text())), *chips]

    @property
    def clear_url(self) -> str:
        return self.path

    @property
    def ended_count(self) -> int:
        """Return how many of those that have ended would match the other filters."""
        return (
            0 if "ended" in self.filter.chosen["availability"] else self.summary.counts["availability"].get("ended", 0)
        )

    @property
    def ended_url(self) -> str:
        return self.url(self.filter.having("availability", "ended")) if self.ended_count else ""

    @property
    def sort(self) -> str:
        return self.filter.sort

    @property
    def is_usual_sort(self) -> bool:
        return self.sort == self.filter.sorts[0]

    @property
    def sorts(self) -> list[Sort]:
        return [Sort(value, _sort_label(value), value == self.sort) for value in self.filter.sorts]

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """Return the (name, value) pairs that a form for sorting carries along."""
        return self.filter.pairs()

    # Addresses --------------------------------------------------------------------------------------------------------

    @property
    def canonical_query(self) -> str:
        return self._turned_to(self.page.number).query(with_page=True)

    @property
    def robots(self) -> str:
        """Lists of one value are worth finding; every combination of more is not."""
        return "noindex,follow" if len(self.filter.pairs()) > 1 or self.filter.text else ""

    @property
    def pager(self) -> list[PageLink]:
        near = range(max(1, self.page.number - MARGIN), min(self._paginator.num_pages, self.page.number + MARGIN) + 1)
        return [PageLink(number, self._page_url(number), number == self.page.number) for number in near]

    @property
    def previous_url(self) -> str:
        return self._page_url(self.page.number - 1) if self.page.has_previous() else ""

    @property
    def next_url(self) -> str:
        return self._page_url(self.page.number + 1) if self.page.has_next() else ""

    def url(self, narrowing: filters.ProgramFilter) -> str:
        return f"{self.path}{narrowing.query()}"

    def _turned_to(self, number: int) -> filters.ProgramFilter:
        return replace(self.filter, page=number)

    def _page_url(self, number: int) -> str:
        return f"{self.path}{self._turned_to(number).query(with_page=True)}"


def _sort_label(sort: str) -> str:
    return {"relevance": _("relevance"), "deadline": _("next deadline"), "name": _("name")}[sort]
