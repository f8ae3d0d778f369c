"""What an address asks for behind its question mark. What is not understood is left out, and said."""

import unicodedata
from collections.abc import Collection

from django.utils.translation import gettext as _

SHOWN_OF_A_VALUE = 40  # characters
MOST_DIGITS = 6  # of the number of a page
UNTYPED = {"Cc", "Cs", "Co", "Cn"}  # categories of Unicode: control characters, lone surrogates, what is no character


def one_of(value: str | None, allowed: Collection[str], name: str, notices: list[str]) -> str:
    """Return the value of a parameter that takes one, if it is allowed; otherwise "", which is said in `notices`."""
    if not value or value in allowed:
        return value or ""
    notices.append(not_known(name, value))
    return ""


def page_number(value: str | None, notices: list[str]) -> int:
    """Return the number of the page that is asked for; the first one where that is no number, which is said."""
    if not value:
        return 1
    if value.isascii() and value.isdecimal() and len(value) <= MOST_DIGITS and int(value) > 0:
        return int(value)
    notices.append(not_known("page", value))
    return 1


def not_known(name: str, value: str) -> str:
    """Return the notice that a value of a parameter was left out."""
    message = _("“%(value)s” is not known as a value of “%(name)s” and was left out.")
    seen = "".join(c for c in value[:SHOWN_OF_A_VALUE] if unicodedata.category(c) != "Cf")  # it may turn a line round
    return message % {"value": printable(seen) + ("…" if len(value) > SHOWN_OF_A_VALUE else ""), "name": name}


def printable(text: str) -> str:
    """Return a text on one line, in which what nobody can type is a blank."""
    return " ".join("".join(" " if unicodedata.category(c) in UNTYPED else c for c in text).split())
