"""From the query of an address to what is asked for. What is not understood is left out, and said."""

import unicodedata
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.search.query import LONGEST
from portal.search.registry import type_of

SHOWN_OF_A_VALUE = 40  # characters


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
    kind = query.get("kind", "")
    if kind and type_of(kind) is None:
        notices.append(_ignored("kind", kind))
        kind = ""
    shown = None if raw is None else " ".join(printable(raw[:LONGEST]).split())
    return Parameters(shown, raw or "", kind, _page(query.get("page"), notices), tuple(notices))


def printable(text: str) -> str:
    """Return a text without control characters and lone surrogates: those become blanks."""
    return "".join(" " if unicodedata.category(letter) in {"Cc", "Cs", "Co", "Cn"} else letter for letter in text)


def _page(value: str | None, notices: list[str]) -> int:
    if not value:
        return 1
    if value.isascii() and value.isdecimal() and len(value) <= 6 and int(value) > 0:
        return int(value)
    notices.append(_ignored("page", value))
    return 1


def _ignored(name: str, value: str) -> str:
    shown = printable(value[:SHOWN_OF_A_VALUE]) + ("…" if len(value) > SHOWN_OF_A_VALUE else "")
    message = _("“%(value)s” is not known as a value of “%(name)s” and was left out.")
    return message % {"value": shown, "name": name}
