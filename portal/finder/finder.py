"""A list with filters as a page shows it: results, facets with counts, chips, notices."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Model
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from portal.core.language.bilingual import reader_language
from portal.finder import filters
from portal.finder.counting import Count, Summary
from portal.finder.facet_index import FacetIndex
from portal.finder.filters import Filter, Shape
from portal.finder.no_results import NoResults
from portal.finder.parts import Chip, Choice, Facet, PageLink, Sort
from portal.finder.vocabulary import FacetValue, Vocabulary
from portal.search.bounds import SearchTimeoutError, time_limit
from portal.search.highlight import highlighted
from portal.search.selectors import Match, matching_ids

MARGIN = 2  # page numbers shown on either side of the current one


class Finder:
    """The list of records of `model` for a query string. `path` is its address in the reader's language."""

    model: type[Model]
    shape: Shape
    count_type: type[Count]
    legends: Mapping[str, str | Promise]
    always_open: tuple[str, ...] = ()  # facets that are not folded; all of them would fill several screens
    concepts: tuple[str, ...] = ()  # facets whose values are suggested for a text without results
    per_page = 20

    def __init__(self, query: QueryDict, path: str) -> None:
        self.path = path
        self.vocabulary = self.read_vocabulary()
        self.filter = filters.parse(query, self.vocabulary.values, self.shape)
        self.match = matching_ids(self.model, self.filter.text, reader_language()) if self.filter.text else None
        self.timeout_notice = ""
        self.summary = self._summary_in_time() if self.match else self._summary()

    # To be defined for each type of records ---------------------------------------------------------------------------

    def read_vocabulary(self) -> Vocabulary:
        """Return every value that is valid in an address."""
        raise NotImplementedError

    @cached_property
    def facet_index(self) -> FacetIndex:
        """Return all records that the list may show."""
        raise NotImplementedError

    def records(self, keys: list[int]) -> list[Any]:
        """Return the public records with these primary keys, in their order, with everything that a row shows."""
        raise NotImplementedError

    def word(self, count: int) -> str:
        """Return the noun for `count` records in singular or plural; screen readers read it after the number."""
        raise NotImplementedError

    def sort_label(self, sort: str) -> str:
        """Return the label of a sort order."""
        return {"relevance": _("relevance"), "matches": _("what applies most"), "name": _("name")}[sort]

    def offered(self, facet: str) -> list[FacetValue]:
        """Return the values of a facet that the form shows."""
        return self.vocabulary.of(facet)

    def may_suggest(self, _value: str) -> bool:
        """Tell whether a value may be suggested for a list without results."""
        return True

    # Results ----------------------------------------------------------------------------------------------------------

    def summarise(self, narrowing: Filter, match: Match | None = None) -> Summary:
        """Return the counts and one page of keys for a filter of this list."""
        return self.count_type(narrowing, self.facet_index, match).summary(self.per_page)

    def _summary_in_time(self) -> Summary:
        """Return the summary, or an empty one and a notice where the search takes too long."""
        try:
            with time_limit():
                return self._summary()
        except SearchTimeoutError as timeout:
            self.timeout_notice = timeout.notice
            return Summary()

    def _summary(self) -> Summary:
        """Return the counts and the keys of the requested page, or of the last one if there is no such page."""
        summary = self.summarise(self.filter, self.match)
        if summary.total and not summary.keys:
            last_page = -(-summary.total // self.per_page)
            summary = self.summarise(replace(self.filter, page=last_page), self.match)
        return summary

    @cached_property
    def page(self) -> Page:
        """Return the requested page, or the last one there is, with its records as a list."""
        page = self._paginator.get_page(self.filter.page)
        page.object_list = self.records(self.summary.keys) if self.summary.keys else []
        if self.match:
            for record in page.object_list:
                record.marked_name = highlighted(str(record.name), self.match.query.highlight_forms)
        return page

    @cached_property
    def _paginator(self) -> Paginator:
        return Paginator(range(self.summary.total), self.per_page)

    @property
    def count(self) -> int:
        return self.summary.total

    # Messages ---------------------------------------------------------------------------------------------------------

    @property
    def notices(self) -> list[str]:
        notices = [*self.filter.notices, *(self.match.notices if self.match else ())]
        if self.timeout_notice:
            notices.append(self.timeout_notice)
        elif self.filter.page > self._paginator.num_pages:
            message = _("There is no page %(number)s. This is the last one.")
            notices.append(message % {"number": self.filter.page})
        return notices

    @property
    def is_not_understood(self) -> bool:
        return self.filter.is_not_understood

    @cached_property
    def no_results(self) -> NoResults | None:
        """Return suggestions for a list without results; None where there are results."""
        return None if self.count else NoResults(self)

    # Choices ----------------------------------------------------------------------------------------------------------

    @cached_property
    def facets(self) -> list[Facet]:
        """Return the facets that have any values to choose."""
        facets = [
            Facet(name, self.legends[name], self._choices(name), name not in self.always_open)
            for name in self.shape.facets
        ]
        return [facet for facet in facets if facet.choices]

    def _choices(self, facet: str) -> list[Choice]:
        counts, chosen = self.summary.counts[facet], self.filter.chosen[facet]
        return [
            Choice(value.value, value.label, count, self.word(count), value.value in chosen, value.level)
            for value in self.offered(facet)
            for count in [counts.get(value.value, 0)]
        ]

    @cached_property
    def chips(self) -> list[Chip]:
        """Return a chip for the text and each chosen value, with the address of the list without it."""
        chips = [
            Chip(choice.label, self.url(self.filter.dropping(facet.name, choice.value)))
            for facet in self.facets
            for choice in facet.choices
            if choice.is_checked
        ]
        if not self.filter.text:
            return chips
        return [Chip(_("“%(text)s”") % {"text": self.filter.text}, self.url(self.filter.dropping_text())), *chips]

    @property
    def clear_url(self) -> str:
        return self.path

    @property
    def sort(self) -> str:
        return self.filter.sort

    @property
    def is_default_sort(self) -> bool:
        return self.sort == self.filter.sorts[0]

    @property
    def sorts(self) -> list[Sort]:
        return [Sort(value, self.sort_label(value), value == self.sort) for value in self.filter.sorts]

    @property
    def hidden_fields(self) -> list[tuple[str, str]]:
        """Return the names and values of the hidden fields in the form for sorting."""
        return self.filter.pairs()

    # Addresses --------------------------------------------------------------------------------------------------------

    @property
    def canonical_query(self) -> str:
        return self._on_page(self.page.number).query(with_page=True)

    @property
    def robots(self) -> str:
        """Return "noindex,follow" for lists with a text or with more than one value, else ""."""
        return "noindex,follow" if len(self.filter.pairs()) > 1 or self.filter.text else ""

    @property
    def pager(self) -> list[PageLink]:
        """Return links to the current page and to MARGIN pages on either side."""
        current, last = self.page.number, self._paginator.num_pages
        numbers = range(max(1, current - MARGIN), min(last, current + MARGIN) + 1)
        return [PageLink(number, self._page_url(number), number == current) for number in numbers]

    @property
    def previous_url(self) -> str:
        return self._page_url(self.page.number - 1) if self.page.has_previous() else ""

    @property
    def next_url(self) -> str:
        return self._page_url(self.page.number + 1) if self.page.has_next() else ""

    def url(self, narrowing: Filter) -> str:
        """Return the address of this list with another filter."""
        return f"{self.path}{narrowing.query()}"

    def _on_page(self, number: int) -> Filter:
        return replace(self.filter, page=number)

    def _page_url(self, number: int) -> str:
        return f"{self.path}{self._on_page(number).query(with_page=True)}"
