"""Cells that no spreadsheet program mistakes for a formula; every export writes its cells with this."""

from typing import Any

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(value: Any) -> Any:
    """Return the value of a cell; a text that would be taken for a formula is preceded by an apostrophe.

    Numbers and dates are returned unchanged. Source: OWASP, "CSV Injection".
    """
    if isinstance(value, str) and value.lstrip(" \u00a0").startswith(FORMULA_STARTS):
        return f"'{value}"
    return value
