"""Tables of amounts by field: of one place, of several side by side, and as shares."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from atlas.exhibits.numbers import amount, unit
from atlas.exhibits.tables import BARS, MULTIPLES, Cell, Column, Exhibit, figure, sources_of, words
from atlas.observations.index import Amounts, Figure
from atlas.portraits.addresses import FIELD
from atlas.portraits.view import View
from portal.core.charts import percentages


def of_place(view: View, name: str, title: str, amounts: Amounts, figures: Sequence[Figure]) -> Exhibit:
    """Return the fields of one place, the largest first, each with its share."""
    keys = _by_size(view, amounts)
    shares = dict(zip(keys, percentages([amounts[key] for key in keys]), strict=True))
    unit_label = unit(view.selection.total)
    return Exhibit(
        name=name,
        title=title,
        description=view.what,
        columns=[
            Column("field", _("Field")),
            Column("value", str(view.selection.total.name), is_number=True, unit=unit_label),
            Column("share", _("Share of the fields stated"), is_number=True, unit="%"),
        ],
        rows=[
            [_name(view, key), _amount(view, amounts[key]), figure(shares[key], f"{shares[key]}\u00a0%")]
            for key in keys
        ],
        foot=[
            [*row, words("")]
            for row in [*_residual(view, amounts), [words(_("Together")), _amount(view, sum_of(amounts))]]
        ],
        sources=sources_of(view.index.sources[row.source] for row in figures),
        notes=[*counting_notes(view), _("Shares are rounded so that they add up to one hundred per cent.")],
        chart=BARS,
    )


def side_by_side(
    view: View, name: str, title: str, places: Mapping[str, tuple[str, Amounts]], figures: Sequence[Figure]
) -> Exhibit:
    """Return the fields of several places, which are given by (label, amounts) under their names in files."""
    keys = _by_size(view, _sums(places))
    unit_label = unit(view.selection.total)
    labels = [Column(place, label, is_number=True, unit=unit_label) for place, (label, _amounts) in places.items()]
    columns = [amounts for _label, amounts in places.values()]
    totals = [_amount(view, sum_of(amounts) if amounts else None) for amounts in columns]
    return Exhibit(
        name=name,
        title=title,
        description=view.what,
        columns=[Column("field", _("Field")), *labels],
        rows=[[_name(view, key), *(_amount(view, amounts.get(key)) for amounts in columns)] for key in keys],
        foot=[*_residual(view, *columns), [words(_("Together")), *totals]],
        sources=sources_of(view.index.sources[row.source] for row in figures),
        notes=[*counting_notes(view), _("A dash means that the source has no project there with this field.")],
        chart=MULTIPLES,
    )


def counting_notes(view: View) -> list[str]:
    """Return how the selected figures were counted, and that a running programme is not complete."""
    notes = [str(view.selection.parts.method)]
    if view.selection.is_running:
        notes.append(_("The programme is still running: these figures will grow."))
    return notes


def sum_of(amounts: Amounts) -> Decimal:
    return sum(amounts.values(), Decimal(0))


def _sums(places: Mapping[str, tuple[str, Amounts]]) -> Amounts:
    keys = {key for _label, amounts in places.values() for key in amounts}
    return {key: sum((a.get(key, Decimal(0)) for _label, a in places.values()), Decimal(0)) for key in keys}


def _by_size(view: View, amounts: Amounts) -> list[int]:
    """Return the keys of the real fields, the largest first."""
    fields = view.index.fields
    return sorted(view.index.without_residual(amounts), key=lambda key: (-amounts[key], fields[key].sort_de))


def _residual(view: View, *columns: Amounts) -> list[list[Cell]]:
    """Return the row of what has no field in the source, if there is anything."""
    keys = [key for key, field in view.index.fields.items() if field.is_residual]
    parts = [[amounts[key] for key in keys if key in amounts] for amounts in columns]
    if not any(parts):
        return []
    return [[words(_("No field stated")), *(_amount(view, sum(part, Decimal(0)) if part else None) for part in parts)]]


def _name(view: View, key: int) -> Cell:
    return words(view.index.fields[key].name, view.url(FIELD, key))


def _amount(view: View, value: Decimal | None) -> Cell:
    return figure(value, amount(value, view.selection.parts))
