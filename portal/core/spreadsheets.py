"""Cells that no spreadsheet program mistakes for a formula: every export of ours writes through here."""

from typing import Any

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(value: Any) -> Any:
    """Return a text that a spreadsheet shows as it is: one that would be computed gets an apostrophe in front.

    Numbers and dates stay what they are. Source: OWASP, "CSV Injection".
    """
    if isinstance(value, str) and value.lstrip(" \u00a0").startswith(STARTS_A_FORMULA):
        return f"'{value}"
    return value
