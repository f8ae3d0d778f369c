"""From the query of an address to a validated filter. What is not understood is left out, and said."""

import unicodedata
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.utils.translation import gettext as _

FACETS = ("situation", "kind")
SORTS = ("deadline", "name")
MOST_VALUES = 50
SHOWN_OF_A_VALUE = 40  # characters


@dataclass(frozen=True)
class ProgramFilter:
    """`chosen` holds the notations by facet. Within a facet one match suffices; between facets all must match."""

    chosen: dict[str, tuple[str, ...]] = field(default_factory=lambda: dict.fromkeys(FACETS, ()))
    is_ended: bool = False
    sort: str = "deadline"
    page: int = 1
    notices: tuple[str, ...] = ()

    def query(self, *, with_page=False) -> str:
        """Return the canonical query: known values only, always in the same order."""
        pairs = [(facet, value) for facet in FACETS for value in self.chosen[facet]]
        pairs += [("availability", "ended")] if self.is_ended else []
        pairs += [("sort", self.sort)] if self.sort != SORTS[0] else []
        pairs += [("page", self.page)] if with_page and self.page > 1 else []
        return f"?{urlencode(pairs)}" if pairs else ""

    def without(self, facet: str, value: str) -> "ProgramFilter":
        """Return the filter with one value less, on its first page."""
        left = tuple(one for one in self.chosen[facet] if one != value)
        return replace(self, chosen={**self.chosen, facet: left}, page=1)

    @property
    def is_narrowed(self) -> bool:
        return any(self.chosen.values())


def parse(query, known: dict[str, set[str]]) -> ProgramFilter:
    """Return the filter that `query` (a QueryDict) asks for; `known` holds the notations there are, by facet."""
    notices: list[str] = []
    chosen = {facet: _known_values(query.getlist(facet), known[facet], facet, notices) for facet in FACETS}
    availability = _one_of(query.get("availability"), ("ended",), "availability", notices)
    sort = _one_of(query.get("sort"), SORTS, "sort", notices) or SORTS[0]
    return ProgramFilter(
        chosen=chosen,
        is_ended=availability == "ended",
        sort=sort,
        page=_page(query.get("page"), notices),
        notices=tuple(notices),
    )


def _known_values(values, known, facet, notices) -> tuple[str, ...]:
    distinct = list(dict.fromkeys(value for value in values if value))
    if len(distinct) > MOST_VALUES:
        notices.append(_("Only the first %(number)s values of a filter are read.") % {"number": MOST_VALUES})
    for value in distinct[:MOST_VALUES]:
        if value not in known:
            notices.append(_ignored(facet, value))
    return tuple(value for value in distinct[:MOST_VALUES] if value in known)


def _one_of(value, allowed, name, notices) -> str:
    if not value or value in allowed:
        return value or ""
    notices.append(_ignored(name, value))
    return ""


def _page(value, notices) -> int:
    if not value:
        return 1
    if value.isascii() and value.isdecimal() and 0 < len(value) <= 6 and int(value) > 0:
        return int(value)
    notices.append(_ignored("page", value))
    return 1


def _ignored(name: str, value: str) -> str:
    message = _("“%(value)s” is not known as a value of “%(name)s” and was left out.")
    return message % {"value": _shown(value), "name": name}


def _shown(value: str) -> str:
    """Return a value short and without control characters or lone surrogates, fit to be printed."""
    printable = "".join(c for c in value[: SHOWN_OF_A_VALUE * 2] if unicodedata.category(c)[0] != "C")
    return printable[:SHOWN_OF_A_VALUE] + ("…" if len(value) > SHOWN_OF_A_VALUE else "")
