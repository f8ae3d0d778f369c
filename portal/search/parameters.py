"""Reads the query string of the search page. Values that are not understood are left out, with a notice."""

from dataclasses import dataclass

from django.http import QueryDict

from portal.core.addressing.parameters import one_of, page_number, printable
from portal.search.query import LONGEST
from portal.search.registry import document_types


@dataclass(frozen=True)
class Parameters:
    """`q` is the printable text of the query, None if there is no such parameter; `raw` is the text as typed."""

    q: str | None
    raw: str = ""
    kind: str = ""
    page: int = 1
    notices: tuple[str, ...] = ()


def parse_parameters(query: QueryDict) -> Parameters:
    """Return the validated parameters of a query string."""
    notices: list[str] = []
    raw = query.get("q")
    kinds = [document_type.kind for document_type in document_types()]
    kind = one_of(query.get("kind"), kinds, "kind", notices)
    printable_text = None if raw is None else printable(raw[:LONGEST])
    return Parameters(printable_text, raw or "", kind, page_number(query.get("page"), notices), tuple(notices))
