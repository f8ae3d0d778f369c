"""A list with filters as a page shows it: filter, results, facets with counts, chips, notices."""

from dataclasses import replace
from functools import cached_property

from django.core.paginator import Paginator
from django.db import OperationalError
from django.utils.translation import gettext as _

from portal.core.bilingual import reader_language
from portal.finder import filters
from portal.finder.counting import Count, Summary
from portal.finder.facet_index import FacetIndex
from portal.finder.filters import Filter, Shape
from portal.finder.no_results import NoResults
from portal.finder.parts import Chip, Choice, Facet, PageLink, Sort
from portal.finder.vocabulary import FacetValue, Vocabulary
from portal.search.bounds import bounded
from portal.search.highlight import highlighted
from portal.search.selectors import matching_ids

QUERY_CANCELED = "57014"  # what PostgreSQL says when a statement took longer than it may
MARGIN = 2  # page numbers shown on either side of the present one


class Finder:
    """What a query finds among the records of `model`. `path` is the address of the list in the reader's language."""

    model: type
    shape: Shape
    count_type: type[Count]
    legends: dict[str, str]
    always_open: tuple[str, ...] = ()  # these facets; the others are folded, or the form would be several screens long
    concepts: tuple[str, ...] = ()  # the facets whose values a text may have meant
    per_page = 20

    def __init__(self, query, path: str):
        self.path = path
        self.vocabulary = self.known()
        self.filter = filters.parse(query, self.vocabulary.values, self.shape)
        self.match = matching_ids(self.model, self.filter.text, reader_language()) if self.filter.text else None
        self.is_given_up = False
        self.summary = self._bounded_summary() if self.match else self._summary()

    # What a type of records says about itself -------------------------------------------------------------------------

    def known(self) -> Vocabulary:
        """Return every value that may stand in an address."""
        raise NotImplementedError

    @cached_property
    def facet_index(self) -> FacetIndex:
        """Return all records that the list may show."""
        raise NotImplementedError

    def records(self, keys: list[int]) -> list:
        """Return the records with these keys that readers may see, in their order, with what a row shows."""
        raise NotImplementedError

    def word(self, count: int) -> str:
        """Return what is counted, in the number that goes with `count`: it is read out behind the number."""
        raise NotImplementedError

    def sort_label(self, sort: str) -> str:
        return {"relevance": _("relevance"), "name": _("name")}[sort]

    def offered(self, facet: str) -> list[FacetValue]:
        """Return the values that the form shows."""
        return self.vocabulary.of(facet)

    def is_way_out(self, _value: str) -> bool:
        """Tell whether a value may be suggested where nothing was found."""
        return True

    # What was found ---------------------------------------------------------------------------------------------------

    def counted(self, asked: Filter, match=None) -> Summary:
        return self.count_type(asked, self.facet_index, match).run(self.per_page)

    def _bounded_summary(self) -> Summary:
        try:
            with bounded():
                return self._summary()
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", "") != QUERY_CANCELED:
                raise
            self.is_given_up = True
            return Summary()

    def _summary(self) -> Summary:
        """Return counts and keys; past the last page, those of the last one."""
        found = self.counted(self.filter, self.match)
        if found.total and not found.keys:
            found = self.counted(replace(self.filter, page=-(-found.total // self.per_page)), self.match)
        return found

    @cached_property
    def page(self):
        """Return the Django Page asked for, or the last one there is, with its records as a list."""
        page = self._paginator.get_page(self.filter.page)
        page.object_list = self.records(self.summary.keys) if self.summary.keys else []
        for record in page.object_list if self.match else ():
            record.marked_name = highlighted(str(record.name), self.match.query.sought)
        return page

    @cached_property
    def _paginator(self):
        return Paginator(range(self.summary.total), self.per_page)

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
    def is_lost(self) -> bool:
        return self.filter.is_lost

    @cached_property
    def no_results(self) -> NoResults | None:
        """Return what leads on from a list without results; None where there are some."""
        return None if self.count else NoResults(self)

    # What can be chosen -----------------------------------------------------------------------------------------------

    @cached_property
    def facets(self) -> list[Facet]:
        every = [
            Facet(name, self.legends[name], self._choices(name), name not in self.always_open)
            for name in self.shape.facets
        ]
        return [facet for facet in every if facet.choices]

    def _choices(self, facet: str) -> list[Choice]:
        counts, chosen = self.summary.counts[facet], self.filter.chosen[facet]
        return [
            Choice(one.value, one.label, count, self.word(count), one.value in chosen, one.level)
            for one in self.offered(facet)
            for count in [counts.get(one.value, 0)]
        ]

    @cached_property
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
    def sort(self) -> str:
        return self.filter.sort

    @property
    def is_usual_sort(self) -> bool:
        return self.sort == self.filter.sorts[0]

    @property
    def sorts(self) -> list[Sort]:
        return [Sort(value, self.sort_label(value), value == self.sort) for value in self.filter.sorts]

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

    def url(self, narrowing: Filter) -> str:
        return f"{self.path}{narrowing.query()}"

    def _turned_to(self, number: int) -> Filter:
        return replace(self.filter, page=number)

    def _page_url(self, number: int) -> str:
        return f"{self.path}{self._turned_to(number).query(with_page=True)}"
