"""Figures that the components for charts and tables show: no research, only samples."""

from types import SimpleNamespace as Example
from typing import Any

from django.utils.translation import gettext as _

from atlas.exhibits.numbers import number
from atlas.exhibits.tables import BARS, MULTIPLES, SHARES, TREND, Column, Exhibit, figure, words
from atlas.models import Calculation, IndicatorDefinition, Source
from portal.core import charts
from portal.examples.records import example

NUMBERS = ((12, 5), (7, 9), (None, 2))


def exhibits() -> list[Exhibit]:
    """Return a chart of each kind with its table."""
    return [exhibit(f"sample-{chart}", chart) for chart in (BARS, MULTIPLES, SHARES, TREND)]


def exhibit(name: str, chart: str = "") -> Exhibit:
    """Return a table of three rows, one of which has no figure in the first column."""
    labels = [_("Sample"), _("Institution"), _("Place")]
    return Exhibit(
        name=name,
        title=_("Sample"),
        description=name,
        columns=[
            Column("what", _("Field")),
            Column("first", _("First level"), is_number=True, unit="EUR"),
            Column("second", _("Second level"), is_number=True),
        ],
        rows=[
            [words(label, "#"), *(figure(value, number(value)) for value in row)]
            for label, row in zip(labels, NUMBERS, strict=True)
        ],
        foot=[[words(_("Together")), figure(19, "19"), figure(16, "16")]],
        sources=[source()],
        notes=[_("Sample")],
        chart=chart,
        links={"csv": "#", "json": "#"},
    )


def source() -> Source:
    """Return a source with its date and licence."""
    texts = {"name": ("Amtliche Liste", "Official list"), "publisher": ("Amt", "Office"), "licence": ("Frei", "Free")}
    return example(Source, columns={"as_of": "2026-08-06", "url": "https://example.org"}, **texts)


def bars() -> list[charts.Bar]:
    values = [charts.Value(_("Sample"), 12, "12", "#"), charts.Value(_("Institution"), 5.5, number(5.5, 1))]
    return charts.bars([*values, charts.Value(_("Place"), None, "–")])


def stacks() -> list[charts.Stack]:
    parts = [charts.Value(f"{_('Field')} {place}", size, "") for place, size in enumerate((5, 3, 2, 1), start=1)]
    return [charts.stack(_("Sample"), "", parts), charts.stack(_("Institution"), "", parts[::-1])]


def tiles() -> list[Any]:
    """Return an index drawn as strands, and one as a gauge."""
    return [
        Example(definition=_definition(), text=number(5.2, 1), strands=charts.strands(5.2), gauge=None, aside="H"),
        Example(definition=_definition(), text=number(0.92, 2), strands=None, gauge=92.0, aside=""),
    ]


def cities() -> list[Any]:
    return [Example(name=name, url="#", words=_("Sample")) for name in ("Duisburg", "Essen", "Bochum", "Dortmund")]


def _definition() -> IndicatorDefinition:
    texts = {
        "name": ("Wirksame Vielfalt", "Effective diversity"),
        "reading": ("So vielfältig wie so viele gleich große Fächer.", "As varied as this many fields of equal size."),
        "formula": ("exp H", "exp H"),
    }
    return example(IndicatorDefinition, columns={"calculation": Calculation.SHANNON}, **texts)
