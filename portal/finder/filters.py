"""From the query of an address to a validated filter. What is not understood is left out, and said."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from portal.core.parameters import not_known, one_of, page_number, printable

RELEVANCE = "relevance"  # the usual order wherever there is a text
MOST_VALUES = 50
LONGEST_TEXT = 200  # characters


@dataclass(frozen=True)
class Shape:
    """What a list can be narrowed by and sorted by; the usual order comes first."""

    facets: tuple[str, ...]
    sorts: tuple[str, ...]

    def sorts_with(self, text: str) -> tuple[str, ...]:
        """Return the orders that there are, the usual one first: relevance is a matter of texts."""
        return (RELEVANCE, *self.sorts) if text else self.sorts


@dataclass(frozen=True)
class Filter:
    """`chosen` holds the values by facet. Within a facet one match suffices; between facets all must match.

    `text` is what `q` says; `ignored` names the facets of which no value at all was understood.
    """

    shape: Shape
    chosen: dict[str, tuple[str, ...]]
    text: str = ""
    sort: str = ""
    page: int = 1
    notices: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()

    def pairs(self) -> list[tuple[str, str]]:
        """Return the names and values that say what is sought, always in the same order."""
        pairs = [(facet, value) for facet in self.shape.facets for value in self.chosen[facet]]
        return [*pairs, ("q", self.text)] if self.text else pairs

    def query(self, *, with_page=False) -> str:
        """Return the canonical query: known values only."""
        pairs = self.pairs()
        pairs += [("sort", self.sort)] if self.sort != self.sorts[0] else []
        pairs += [("page", str(self.page))] if with_page and self.page > 1 else []
        return f"?{urlencode(pairs)}" if pairs else ""

    def without(self, facet: str, value: str = "") -> "Filter":
        """Return the filter with one value less, on its first page; without a value, the whole facet goes."""
        left = tuple(one for one in self.chosen[facet] if value and one != value)
        return replace(self, chosen={**self.chosen, facet: left}, page=1)

    def having(self, facet: str, *values: str) -> "Filter":
        """Return the filter with these values instead of those that the facet has, on its first page."""
        return replace(self, chosen={**self.chosen, facet: values}, page=1)

    def without_text(self) -> "Filter":
        sort = self.shape.sorts[0] if self.sort == RELEVANCE else self.sort
        return replace(self, text="", sort=sort, page=1)

    @property
    def sorts(self) -> tuple[str, ...]:
        return self.shape.sorts_with(self.text)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.pairs())

    @property
    def is_lost(self) -> bool:
        """Tell whether something was asked for and nothing of it understood: what is listed is no answer to it."""
        return bool(self.ignored) and not self.is_narrowed


def parse(query, known, shape: Shape) -> Filter:
    """Return the filter that `query` (a QueryDict) asks for; `known` holds the values there are, by facet."""
    notices: list[str] = []
    given = {facet: [value for value in query.getlist(facet) if value] for facet in shape.facets}
    chosen = {facet: _known_values(given[facet], known[facet], facet, notices) for facet in shape.facets}
    given["q"] = (query.get("q") or "").strip()
    text = _text(given["q"], notices)
    sorts = shape.sorts_with(text)
    understood = {**chosen, "q": text}
    return Filter(
        shape,
        chosen=chosen,
        text=text,
        sort=one_of(query.get("sort"), sorts, "sort", notices) or sorts[0],
        page=page_number(query.get("page"), notices),
        notices=tuple(notices),
        ignored=tuple(name for name in (*shape.facets, "q") if given[name] and not understood[name]),
    )


def _known_values(values, known, facet, notices) -> tuple[str, ...]:
    distinct = list(dict.fromkeys(values))
    if len(distinct) > MOST_VALUES:
        notices.append(_("Only the first %(number)s values of a filter are read.") % {"number": MOST_VALUES})
    for value in distinct[:MOST_VALUES]:
        if value not in known:
            notices.append(not_known(facet, value))
    return tuple(value for value in distinct[:MOST_VALUES] if value in known)


def _text(asked, notices) -> str:
    """Return the text to look for on one line, without what nobody can type."""
    text = printable(asked[: LONGEST_TEXT * 5])
    if len(text) > LONGEST_TEXT:
        notices.append(_("Only the first %(number)s characters are read.") % {"number": LONGEST_TEXT})
    if asked and not text:
        notices.append(not_known("q", asked))
    return text[:LONGEST_TEXT].strip()
