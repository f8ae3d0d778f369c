"""Cells that no spreadsheet program mistakes for a formula; every export writes its cells with this."""

from functools import wraps
from typing import Any

from wagtail.admin.views.mixins import SpreadsheetExportMixin

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(value: Any) -> Any:
    """Return the value of a cell; a text that would be taken for a formula is preceded by an apostrophe.

    Numbers and dates are returned unchanged. Source: OWASP, "CSV Injection".
    """
    if isinstance(value, str) and value.lstrip(" \u00a0").startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def guard_exports() -> None:
    """Let every export of the admin, Wagtail's own too, write its cells with `safe_cell`.

    Wagtail marks such cells as text in XLSX, which saving as CSV undoes, and leaves them in CSV as they are. Its
    reports have no setting for this, and there is one mixin from which all of them write.
    """
    preprocess = SpreadsheetExportMixin.preprocess_field_value
    if hasattr(preprocess, "__wrapped__"):
        return

    @wraps(preprocess)
    def safe_value(view: SpreadsheetExportMixin, field: str, value: Any, export_format: str) -> Any:
        return safe_cell(preprocess(view, field, value, export_format))

    SpreadsheetExportMixin.preprocess_field_value = safe_value
