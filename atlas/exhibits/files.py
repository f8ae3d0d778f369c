"""Tables as files: CSV in the form that the spreadsheet of a reader opens, and JSON."""

import csv
import io
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse

from atlas.exhibits.tables import Cell, Exhibit
from atlas.models import Source
from portal.core.addressing.addresses import root_of
from portal.core.admin.spreadsheets import safe_cell
from portal.core.language.bilingual import GERMAN, reader_language, texts_by_language

HEADERS = {"X-Robots-Tag": "noindex"}
DELIMITER = ";"


def decimal_mark() -> str:
    """Return the mark between whole and part in the CSV of the reader's language."""
    return "," if reader_language() == GERMAN else "."


def as_csv(exhibit: Exhibit) -> HttpResponse:
    """Return a table with its sums: UTF-8 with a byte order mark, semicolons, CRLF, as German spreadsheets expect."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=DELIMITER, lineterminator="\r\n")
    writer.writerow([column.label for column in exhibit.columns])
    writer.writerows([_written(cell) for cell in row] for row in [*exhibit.rows, *exhibit.foot])
    headers = {**HEADERS, "Content-Disposition": f'attachment; filename="{exhibit.name}.csv"'}
    return HttpResponse(f"\ufeff{file.getvalue()}", content_type="text/csv; charset=utf-8", headers=headers)


def as_data(exhibit: Exhibit) -> dict[str, Any]:
    """Return a table as JSON holds it; a figure that does not exist is null."""
    names = [column.name for column in exhibit.columns]
    return {
        "name": exhibit.name,
        "title": exhibit.title,
        "description": exhibit.description,
        "columns": [
            {"name": column.name, "label": column.label, **({"unit": column.unit} if column.unit else {})}
            for column in exhibit.columns
        ],
        "rows": [dict(zip(names, map(plain, row), strict=True)) for row in exhibit.rows],
        "totals": [dict(zip(names, map(plain, row), strict=True)) for row in exhibit.foot],
        "notes": exhibit.notes,
        "sources": [source_data(source) for source in exhibit.sources],
    }


def source_data(source: Source) -> dict[str, Any]:
    """Return what files say of a source."""
    return {
        "title": texts_by_language(source, "name"),
        "publisher": texts_by_language(source, "publisher"),
        "as_of": source.as_of,
        "licence": texts_by_language(source, "licence"),
        **({"url": source.url} if source.url else {}),
    }


def plain(cell: Cell) -> str | int | float | None:
    """Return the value of a cell; whole numbers without a point."""
    value = cell.value
    if isinstance(value, Decimal | float):
        return int(value) if value == int(value) else float(value)
    return value


def _written(cell: Cell) -> str:
    value = plain(cell)
    if isinstance(value, str):
        return str(safe_cell(value))
    return "" if value is None else repr(value).replace(".", decimal_mark())


def links(request: HttpRequest, name: str) -> dict[str, str]:
    """Return the addresses of a table of the requested page, with its filters, by format."""
    query = request.GET.copy()
    query["table"] = name
    addresses = {}
    for kind in ("csv", "json"):
        query["format"] = kind
        addresses[kind] = f"{request.path}?{query.urlencode()}"
    return addresses


def absolute(request: HttpRequest, path: str) -> str:
    return f"{root_of(request)}{path}"
