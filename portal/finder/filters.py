"""Reads the query string of a list into a validated filter. Unknown values are left out, with a notice."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from portal.core.addressing.parameters import not_known, one_of, page_number, printable
from portal.search.query import LONGEST

RELEVANCE = "relevance"  # the default order of lists with a text
MATCHES = "matches"  # the default order where several values of the ranking facet are chosen
MOST_VALUES = 50


@dataclass(frozen=True)
class Shape:
    """The facets and the sort orders of a list; the default order comes first.

    `ranking` is a facet of which readers may choose several values to see first what has most of them.
    """

    facets: tuple[str, ...]
    sorts: tuple[str, ...]
    ranking: str = ""

    def sorts_with(self, text: str, chosen: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        """Return the sort orders, the default one first; relevance needs a text, matches need several values."""
        matches = (MATCHES,) if len(chosen.get(self.ranking, ())) > 1 else ()
        return (RELEVANCE, *matches, *self.sorts) if text else (*matches, *self.sorts)


@dataclass(frozen=True)
class Filter:
    """What the reader chose. `chosen` holds the values by facet: one of them must match, in every facet.

    `text` is the value of `q`; `ignored` names the parameters without any valid value.
    """

    shape: Shape
    chosen: dict[str, tuple[str, ...]]
    text: str = ""
    sort: str = ""
    page: int = 1
    notices: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()

    def pairs(self) -> list[tuple[str, str]]:
        """Return the parameters that narrow the list, as names and values in a fixed order."""
        pairs = [(facet, value) for facet in self.shape.facets for value in self.chosen[facet]]
        return [*pairs, ("q", self.text)] if self.text else pairs

    def query(self, *, with_page: bool = False) -> str:
        """Return the canonical query string with its question mark, or "" without parameters."""
        pairs = self.pairs()
        pairs += [("sort", self.sort)] if self.sort != self.sorts[0] else []
        pairs += [("page", str(self.page))] if with_page and self.page > 1 else []
        return f"?{urlencode(pairs)}" if pairs else ""

    def dropping(self, facet: str, value: str = "") -> "Filter":
        """Return the first page of the list without one value of a facet, or without all of them."""
        remaining = tuple(chosen for chosen in self.chosen[facet] if value and chosen != value)
        return self.with_values(facet, *remaining)

    def with_values(self, facet: str, *values: str) -> "Filter":
        """Return the first page of the list with these values of a facet instead of the chosen ones."""
        return self._sorted_as_before(chosen={**self.chosen, facet: values})

    def dropping_text(self) -> "Filter":
        """Return the first page of the list without the text."""
        return self._sorted_as_before(text="")

    def _sorted_as_before(self, **changes: Any) -> "Filter":
        """Return the first page of a list in the present order, or in its default one."""
        changed = replace(self, **changes, page=1)
        is_default = self.sort == self.sorts[0] or self.sort not in changed.sorts
        return replace(changed, sort=changed.sorts[0] if is_default else self.sort)

    @property
    def sorts(self) -> tuple[str, ...]:
        return self.shape.sorts_with(self.text, self.chosen)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.pairs())

    @property
    def is_not_understood(self) -> bool:
        """Tell whether there are parameters and none is valid: the list does not answer what was asked."""
        return bool(self.ignored) and not self.is_narrowed


def parse(query: QueryDict, valid_values: Mapping[str, Container[str]], shape: Shape) -> Filter:
    """Return the filter of a query string; `valid_values` are by facet."""
    notices: list[str] = []
    given = {facet: [value for value in query.getlist(facet) if value] for facet in shape.facets}
    chosen = {facet: _valid(given[facet], valid_values[facet], facet, notices) for facet in shape.facets}
    typed = (query.get("q") or "").strip()
    text = _text(typed, notices)
    sorts = shape.sorts_with(text, chosen)
    ignored = [facet for facet in shape.facets if given[facet] and not chosen[facet]]
    return Filter(
        shape,
        chosen=chosen,
        text=text,
        sort=one_of(query.get("sort"), sorts, "sort", notices) or sorts[0],
        page=page_number(query.get("page"), notices),
        notices=tuple(notices),
        ignored=(*ignored, "q") if typed and not text else tuple(ignored),
    )


def _valid(values: list[str], valid_values: Container[str], facet: str, notices: list[str]) -> tuple[str, ...]:
    distinct = list(dict.fromkeys(values))
    if len(distinct) > MOST_VALUES:
        notices.append(_("Only the first %(number)s values of a filter are read.") % {"number": MOST_VALUES})
    read = distinct[:MOST_VALUES]
    notices.extend(not_known(facet, value) for value in read if value not in valid_values)
    return tuple(value for value in read if value in valid_values)


def _text(typed: str, notices: list[str]) -> str:
    """Return the text on one line, without characters that cannot be typed, cut to LONGEST."""
    text = printable(typed[: LONGEST * 5])
    if len(text) > LONGEST:
        notices.append(_("Only the first %(number)s characters are read.") % {"number": LONGEST})
    if typed and not text:
        notices.append(not_known("q", typed))
    return text[:LONGEST].strip()
