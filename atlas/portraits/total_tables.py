"""Tables of totals: the figures of a place that are not by field, or by the fields of other vocabularies."""

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _

from atlas.exhibits.numbers import amount, number, unit
from atlas.exhibits.tables import SHARES, TREND, Cell, Column, Exhibit, figure, sources_of, words
from atlas.models import Measure, Scheme
from atlas.observations.index import Figure, Period
from atlas.observations.selection import RUNNING, label_of
from atlas.portraits.view import PROJECTS, View
from portal.core.language.bilingual import text


def all_totals(view: View, name: str, title: str, figures: Iterable[Figure]) -> Exhibit:
    """Return all figures of a place that are not by field: measure, period, figure, source."""
    rows = sorted(
        (row for row in figures if row.field is None),
        key=lambda row: (view.index.measures[row.measure].position, row.period),
    )
    return Exhibit(
        name=name,
        title=title,
        description=_("Each with its years and its source."),
        columns=[*_start(_("Measure")), *_end()],
        rows=[_row(view, row, words(view.index.measures[row.measure].name)) for row in rows],
        sources=sources_of(view.index.sources[row.source] for row in rows),
        is_open=True,
    )


def other_fields(view: View, figures: Iterable[Figure]) -> Exhibit:
    """Return the single figures for fields of other vocabularies, such as awards of the DFG: no complete table."""
    fields = view.index.fields
    rows = sorted(
        (row for row in figures if row.field and fields[row.field].scheme != Scheme.EUROSCIVOC),
        key=lambda row: (row.measure, row.period, -row.value),
    )
    return Exhibit(
        name="other_fields",
        title=_("Single figures for further fields"),
        description=_("As published; not a complete table, so they are neither added up nor compared."),
        columns=[*_start(_("Field")), *_end()],
        rows=[_row(view, row, words(_field_words(view, row))) for row in rows],
        sources=sources_of(view.index.sources[row.source] for row in rows),
        is_open=True,
    )


def over_time(view: View, figures: Iterable[Figure]) -> Exhibit | None:
    """Return the projects of a place by programme of the European Union, as far as the same source counts them."""
    rows = sorted((row for row in figures if row.field is None and _notation(view, row) == PROJECTS), key=_period)
    if len(rows) < 2:
        return None
    measure = view.index.measures[rows[0].measure]
    return Exhibit(
        name="over_time",
        title=_("From programme to programme"),
        description=str(measure.name),
        columns=[Column("period", _("Period")), Column("value", str(measure.name), is_number=True, unit=unit(measure))],
        rows=[[words(_period_words(row.period)), _value(row, measure)] for row in rows],
        sources=sources_of(view.index.sources[row.source] for row in rows),
        notes=[str(measure.method)],
        chart=TREND,
    )


def mixture_over_time(view: View, figures: Iterable[Figure]) -> Exhibit | None:
    """Return the fields of the first level by programme, as shares; both are counted in the same way."""
    parts = [row for row in figures if row.field and _is_first_level(view, row)]
    periods = sorted({row.period for row in parts})
    if not periods:
        return None
    keys = sorted({row.field for row in parts if row.field}, key=lambda key: view.index.fields[key].code)
    keys = [key for key in keys if not view.index.fields[key].is_residual]
    measure = view.index.measures[parts[0].measure]
    values = {(row.period, row.field): row.value for row in parts}
    return Exhibit(
        name="mixture",
        title=_("The mixture in large fields"),
        description=str(measure.name),
        columns=[
            Column("period", _("Period")),
            *(Column(view.index.fields[key].code, str(view.index.fields[key].name), is_number=True) for key in keys),
        ],
        rows=[
            [
                words(_period_words(period)),
                *(_amount_or_nothing(values.get((period, key)), measure) for key in keys),
            ]
            for period in periods
        ],
        sources=sources_of(view.index.sources[row.source] for row in parts),
        notes=[
            str(measure.method),
            _("Shares are rounded so that they add up to one hundred per cent; projects without a field are left out."),
        ],
        chart=SHARES,
    )


def _is_first_level(view: View, row: Figure) -> bool:
    measure = view.index.measures[row.measure]
    total = view.index.measures.get(measure.parts_of_id or 0)
    return measure.level == 1 and total is not None and total.notation == PROJECTS


def _amount_or_nothing(value: Decimal | None, measure: Measure) -> Cell:
    return figure(value, amount(value, measure))


def _start(label: str) -> list[Column]:
    return [Column("what", label), Column("period", _("Period")), Column("value", _("Figure"), is_number=True)]


def _end() -> list[Column]:
    return [Column("unit", _("Unit")), Column("source", _("Source")), Column("note", _("Note"))]


def _row(view: View, row: Figure, name: Cell) -> list[Cell]:
    measure, source = view.index.measures[row.measure], view.index.sources[row.source]
    link = f"{view.url('method')}#source-{source.public_id}"
    note = str(text(row, "note"))
    return [
        name,
        words(_period_words(row.period)),
        Cell(row.value, amount(row.value, measure)),
        words(unit(measure)),
        words(source.name, link),
        words(note),
    ]


def _field_words(view: View, row: Figure) -> str:
    return f"{view.index.measures[row.measure].name}: {view.index.fields[row.field or 0].name}"


def _period_words(period: Period) -> str:
    if period in RUNNING:
        return _("%(period)s, still running") % {"period": label_of(period)}
    return label_of(period)


def _value(row: Figure, measure: Measure) -> Cell:
    return Cell(row.value, number(row.value))


def _period(row: Figure) -> Period:
    return row.period


def _notation(view: View, row: Figure) -> str:
    return view.index.measures[row.measure].notation
