"""The methods page: sources, measures, indices with formulas and limits, and the distances between fields."""

from typing import Any

from django.utils.translation import gettext as _

from atlas.diversity.results import SMALL, definitions
from atlas.exhibits.tables import Cell, Column, Exhibit, words
from atlas.fields.distances import distance
from atlas.models import Scheme
from atlas.portraits.view import View


def method_page(view: View) -> dict[str, Any]:
    """Return the context of the methods page."""
    index = view.index
    current = definitions(index)
    return {
        "sources": sorted(index.sources.values(), key=lambda source: source.sort_de),
        "measures": sorted(index.measures.values(), key=lambda measure: measure.position),
        "definitions": current,
        "earlier": [definition for definition in index.indicators if definition not in current],
        "small": SMALL,
        "exhibits": view.linked([distances(view)]),
    }


def distances(view: View) -> Exhibit:
    """Return the distance between every two fields of the second level."""
    parents = view.index.parents()
    fields = [
        field
        for key, field in view.index.fields.items()
        if key in parents and field.scheme == Scheme.EUROSCIVOC and not field.is_residual
    ]
    fields.sort(key=lambda field: field.code)
    return Exhibit(
        name="distances",
        title=_("Distances between the fields"),
        description=_("0 for the same field, 0.5 within an area, 1 between areas."),
        columns=[Column("field", _("Field")), *(Column(field.code, field.code, is_number=True) for field in fields)],
        rows=[
            [words(f"{first.code} {first.name}"), *(_cell(distance(first.pk, second.pk, parents)) for second in fields)]
            for first in fields
        ],
        sources=[],
    )


def _cell(value: float) -> Cell:
    return Cell(value, f"{value:g}")
