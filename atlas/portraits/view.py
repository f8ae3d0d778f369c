"""What every page of the atlas starts from: the figures, the selection of the reader, and the request."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from django.http import HttpRequest
from django.utils.translation import gettext as _

from atlas.exhibits import files
from atlas.exhibits.tables import Exhibit
from atlas.models import ResearchField
from atlas.observations.index import Amounts, AtlasIndex, Figure, Period
from atlas.observations.selection import Option, Selection, choices, label_of, options
from atlas.portraits import addresses

PROJECTS = "eu_projects"  # the measure that tells how much stands behind an index


@dataclass(frozen=True)
class View:
    index: AtlasIndex
    selection: Selection
    request: HttpRequest

    @cached_property
    def figures(self) -> list[Figure]:
        """Return the selected figures by field."""
        return self.index.of(self.selection.parts.notation, self.selection.period)

    @cached_property
    def of_places(self) -> list[Figure]:
        """Return the selected figures of single institutions; those of whole cities are counted in another way."""
        return [figure for figure in self.figures if figure.institution]

    @property
    def options(self) -> dict[str, list[Option]]:
        return options(self.index, self.selection)

    @property
    def what(self) -> str:
        """Return what is shown: “EU-Projekte, Horizont 2020 (2014–2020), zweite Ebene”."""
        level = _("first level") if self.selection.level == ResearchField.FIRST else _("second level")
        return _("%(measure)s, %(period)s, fields of the %(level)s") % {
            "measure": self.selection.total.name,
            "period": label_of(self.selection.period),
            "level": level,
        }

    @property
    def technique(self) -> str:
        """Return how the selected figures were counted."""
        return str(self.selection.parts.method)

    @property
    def period_words(self) -> str:
        return label_of(self.selection.period)

    @cached_property
    def by_city(self) -> dict[int, Amounts]:
        """Return the amounts by field of each city, from the institutions that the source counts there."""
        groups = _grouped(self.of_places, lambda figure: figure.city)
        return {key: self.index.amounts(groups.get(key, [])) for key in self.index.cities}

    @cached_property
    def by_institution(self) -> dict[int, Amounts]:
        """Return the amounts by field of each institution, in all of its cities together."""
        groups = _grouped(self.of_places, lambda figure: figure.institution)
        return {key: self.index.amounts(figures) for key, figures in groups.items()}

    @cached_property
    def region(self) -> Amounts:
        """Return the amounts by field of all institutions, each counted once."""
        return self.index.amounts(self.of_places)

    def total(
        self, notation: str, period: Period, *, institution: int | None = None, city: int | None = None
    ) -> Decimal | None:
        """Return the published total of an institution, or of a whole city; None where there is none."""
        for figure in self.index.of(notation, period):
            is_place = figure.institution == institution and (institution is not None or figure.city == city)
            if figure.field is None and is_place:
                return figure.value
        return None

    def projects(self, institution: int) -> Decimal | None:
        """Return how many projects of the selected period an institution takes part in."""
        return self.total(PROJECTS, self.selection.period, institution=institution)

    def url(self, kind: str = "", key: int | None = None) -> str:
        """Return the path of another page with the same selection."""
        path = addresses.url(kind, key)
        return f"{path}{self.selection.query()}" if path else ""

    def linked(self, exhibits: Iterable[Exhibit | None]) -> dict[str, Exhibit]:
        """Return by name the exhibits that hold anything, with the addresses of their files."""
        return {
            exhibit.name: replace(exhibit, links=files.links(self.request, exhibit.name))
            for exhibit in exhibits
            if exhibit is not None and not exhibit.is_empty
        }


def _grouped(figures: Iterable[Figure], key_of: Callable[[Figure], int | None]) -> dict[int, list[Figure]]:
    """Return figures by a key, without those that have none."""
    groups: dict[int, list[Figure]] = {}
    for figure in figures:
        if (key := key_of(figure)) is not None:
            groups.setdefault(key, []).append(figure)
    return groups


def at_level(view: View, level: int) -> View:
    """Return the view with figures of a level: of the same measure, and of its period if there are any.

    Without any of that level, it is the same view.
    """
    offered = choices(view.index)
    total, period = view.selection.total.notation, view.selection.period
    fitting = [choice for choice in offered if choice[:2] == (total, level)]
    chosen = (total, level, period) if (total, level, period) in offered else next(iter(fitting), None)
    if chosen is None:
        return view
    return replace(view, selection=replace(view.selection, parts=offered[chosen], period=chosen[2]))
