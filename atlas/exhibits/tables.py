"""Tables of figures: what a chart draws, a page prints, and CSV and JSON hold are the rows of one table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from atlas.exhibits.numbers import NOTHING
from atlas.models import Source
from portal.core import charts

BARS, MULTIPLES, SHARES, TREND = "bars", "multiples", "shares", "trend"


@dataclass(frozen=True)
class Column:
    """`name` stands in files, `label` above the column on the page."""

    name: str
    label: str
    is_number: bool = False
    unit: str = ""


@dataclass(frozen=True)
class Cell:
    """`value` stands in files, `text` on the page; without a value there is no figure."""

    value: str | int | float | Decimal | None
    text: str
    url: str = ""

    @property
    def is_missing(self) -> bool:
        return self.value is None

    @property
    def is_figure(self) -> bool:
        return isinstance(self.value, int | float | Decimal)


@dataclass(frozen=True)
class Exhibit:
    """A table with its words, sources and chart. `foot` holds rows that sum up, which no chart draws."""

    name: str
    title: str
    description: str
    columns: list[Column]
    rows: list[list[Cell]]
    sources: list[Source]
    notes: list[str] = field(default_factory=list)
    foot: list[list[Cell]] = field(default_factory=list)
    chart: str = ""
    is_open: bool = False  # whether the table stands unfolded: where it is the exhibit itself
    links: dict[str, str] = field(default_factory=dict)  # address by format

    @property
    def is_empty(self) -> bool:
        return not any(not cell.is_missing for row in self.rows for cell in row[1:])

    @property
    def drawing(self) -> Any:
        """Return what the template of the chart draws."""
        return DRAWINGS[self.chart](self)

    @property
    def series(self) -> list[Column]:
        """Return the columns with numbers, which charts draw."""
        return [column for column in self.columns if column.is_number]

    def values(self, series: int = 0, rows: Sequence[list[Cell]] | None = None) -> list[charts.Value]:
        """Return the numbers of a column with the labels of their rows."""
        place = self.columns.index(self.series[series])
        return [_value(row[0], row[place]) for row in (self.rows if rows is None else rows)]


def words(text: Any, url: str = "") -> Cell:
    """Return a cell of text."""
    return Cell(str(text), str(text), url)


def figure(value: Decimal | float | None, text: str, url: str = "") -> Cell:
    """Return a cell with a number; a dash where there is none."""
    return Cell(value, NOTHING if value is None else text, url)


def sources_of(records: Iterable[Source]) -> list[Source]:
    """Return each source once, in the order of their titles."""
    return sorted({record.pk: record for record in records}.values(), key=lambda record: record.sort_de)


def _value(label: Cell, cell: Cell) -> charts.Value:
    number = cell.value if isinstance(cell.value, int | float | Decimal) else None
    return charts.Value(label.text, number, cell.text, label.url)


def _bars(exhibit: Exhibit) -> list[charts.Bar]:
    """Rows with a reason in place of a number stand in the table alone."""
    return charts.bars(value for value in exhibit.values() if value.number is not None or value.text == NOTHING)


def _shares(exhibit: Exhibit) -> list[charts.Stack]:
    """Each row is a stacked bar, its columns are the parts."""
    return [charts.stack(row[0].text, "", _parts(exhibit, row)) for row in exhibit.rows]


def _parts(exhibit: Exhibit, row: list[Cell]) -> list[charts.Value]:
    cells = zip(exhibit.columns, row, strict=True)
    return [_value(words(column.label), cell) for column, cell in cells if column.is_number]


def _multiples(exhibit: Exhibit) -> list[tuple[str, list[charts.Bar]]]:
    """Each column is a small chart of the same rows, all to one scale."""
    columns = [exhibit.values(number) for number in range(len(exhibit.series))]
    largest = max((value.number for values in columns for value in values if value.number is not None), default=0)
    return [
        (column.label, charts.bars(values, largest)) for column, values in zip(exhibit.series, columns, strict=True)
    ]


DRAWINGS = {BARS: _bars, SHARES: _shares, MULTIPLES: _multiples, TREND: _bars}
