"""Query parameters. Invalid values are ignored, and a notice for the reader says so."""

import unicodedata
from collections.abc import Collection

from django.utils.translation import gettext as _

MAX_SHOWN = 40  # characters of an invalid value
MAX_DIGITS = 6  # of a page number
UNPRINTABLE = {"Cc", "Cs", "Co", "Cn"}  # Unicode categories: control, lone surrogates, private use, unassigned


def one_of(value: str | None, allowed: Collection[str], name: str, notices: list[str]) -> str:
    """Return the value of a parameter if it is allowed, else ""; a value that is not allowed adds to `notices`."""
    if not value or value in allowed:
        return value or ""
    notices.append(not_known(name, value))
    return ""


def page_number(value: str | None, notices: list[str]) -> int:
    """Return the page number, by default 1; a value that is no positive number adds to `notices`."""
    if not value:
        return 1
    if value.isascii() and value.isdecimal() and len(value) <= MAX_DIGITS and int(value) > 0:
        return int(value)
    notices.append(not_known("page", value))
    return 1


def not_known(name: str, value: str) -> str:
    """Return the notice that an invalid value of a parameter was ignored."""
    message = _("“%(value)s” is not known as a value of “%(name)s” and was left out.")
    # Without format characters, such as marks that reverse the direction of the line.
    shown = "".join(c for c in value[:MAX_SHOWN] if unicodedata.category(c) != "Cf")
    return message % {"value": printable(shown) + ("…" if len(value) > MAX_SHOWN else ""), "name": name}


def printable(text: str) -> str:
    """Return a text on one line, with blanks in place of unprintable characters."""
    return " ".join("".join(" " if unicodedata.category(c) in UNPRINTABLE else c for c in text).split())
