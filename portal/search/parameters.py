"""From the query of an address to what is asked for. What is not understood is left out, and said."""

from dataclasses import dataclass

from portal.core.parameters import one_of, page_number, printable
from portal.search.query import LONGEST
from portal.search.registry import types


@dataclass(frozen=True)
class Parameters:
    """`q` is what was typed, fit to be printed; None where nobody has asked anything yet."""

    q: str | None
    raw: str = ""
    kind: str = ""
    page: int = 1
    notices: tuple[str, ...] = ()


def parse_parameters(query) -> Parameters:
    """Return what `query` (a QueryDict) asks for."""
    notices: list[str] = []
    raw = query.get("q")
    kind = one_of(query.get("kind"), [one.kind for one in types()], "kind", notices)
    shown = None if raw is None else printable(raw[:LONGEST])
    return Parameters(shown, raw or "", kind, page_number(query.get("page"), notices), tuple(notices))
