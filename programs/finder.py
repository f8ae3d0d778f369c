"""The list of programmes as a page shows it: filter, results, facets with counts, chips, notices."""

from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from portal.core import content_version
from portal.core.bilingual import Text, text
from programs import filters, selectors

PER_PAGE = 20
MARGIN = 2  # page numbers shown on either side of the present one


@dataclass(frozen=True)
class Choice:
    """One value of a facet, with the number of programmes under the other filters."""

    value: str
    label: Text
    count: int
    is_checked: bool

    @property
    def is_disabled(self) -> bool:
        """A value without programmes cannot be ticked; one that is ticked can always be taken back."""
        return not self.count and not self.is_checked


@dataclass(frozen=True)
class Facet:
    name: str
    legend: str
    choices: list[Choice]


@dataclass(frozen=True)
class Chip:
    label: Text | str
    remove_url: str


@dataclass(frozen=True)
class Sort:
    value: str
    label: str
    is_current: bool


@dataclass(frozen=True)
class PageLink:
    number: int
    url: str
    is_current: bool


class Finder:
    """What a query finds. `path` is the address of the list in the language of the reader."""

    def __init__(self, query, path: str):
        self.path = path
        self.filter = filters.parse(query, content_version.memo("notations", selectors.notations))
        base = selectors.ended_programs() if self.filter.is_ended else selectors.programs()
        self._base = base
        self._found = selectors.in_order(selectors.narrowed(base, self.filter.chosen), self.filter.sort)

    @cached_property
    def page(self):
        """Return the Django Page asked for, or the last one there is, with its programmes as a list."""
        page = self._paginator.get_page(self.filter.page)
        page.object_list = selectors.rows(page.object_list)
        return page

    @cached_property
    def _paginator(self):
        paginator = Paginator(self._found, PER_PAGE)
        paginator.count = self._counts[0]
        return paginator

    @cached_property
    def _counts(self):
        return selectors.counts(self._found)

    @property
    def count(self) -> int:
        return self._paginator.count

    @property
    def is_ended_list(self) -> bool:
        return self.filter.is_ended

    @cached_property
    def ended_count(self) -> int:
        return 0 if self.is_ended_list else self._counts[1]

    @property
    def ended_url(self) -> str:
        return f"{self.path}?availability=ended" if self.ended_count else ""

    @property
    def notices(self) -> list[str]:
        notices = list(self.filter.notices)
        if self.filter.page > self._paginator.num_pages:
            message = _("There is no page %(number)s. This is the last one.")
            notices.append(message % {"number": self.filter.page})
        return notices

    @cached_property
    def facets(self) -> list[Facet]:
        legends = {"situation": _("Life situation"), "kind": _("Kind of offer")}
        return [Facet(name, legends[name], self._choices(name)) for name in filters.FACETS]

    def _choices(self, facet: str) -> list[Choice]:
        others = selectors.narrowed(self._base, self.filter.chosen, leave_out=facet)
        chosen = self.filter.chosen[facet]
        return [
            Choice(one.notation, text(one, "name"), one.program_count, one.notation in chosen)
            for one in selectors.facet_values(facet, others)
        ]

    @property
    def chips(self) -> list[Chip]:
        """Return a chip for each active filter, with the address without it."""
        return [
            Chip(choice.label, self._url(self.filter.without(facet.name, choice.value)))
            for facet in self.facets
            for choice in facet.choices
            if choice.is_checked
        ]

    @property
    def clear_url(self) -> str:
        return self.path

    @property
    def sort(self) -> str:
        return self.filter.sort

    @property
    def sorts(self) -> list[Sort]:
        labels = {"deadline": _("next deadline"), "name": _("name")}
        return [Sort(value, labels[value], value == self.sort) for value in filters.SORTS]

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """Return the (name, value) pairs that a form for sorting carries along."""
        chosen = [(facet, value) for facet in filters.FACETS for value in self.filter.chosen[facet]]
        return [*chosen, ("availability", "ended")] if self.is_ended_list else chosen

    @property
    def canonical_query(self) -> str:
        return self._turned_to(self.page.number).query(with_page=True)

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

    def _turned_to(self, number: int) -> filters.ProgramFilter:
        return filters.replace(self.filter, page=number)

    def _page_url(self, number: int) -> str:
        return f"{self.path}{self._turned_to(number).query(with_page=True)}"

    def _url(self, narrowing: filters.ProgramFilter) -> str:
        return f"{self.path}{narrowing.query()}"
