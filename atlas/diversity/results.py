"""The indices of one place, from its amounts by field, with the definitions of their present versions."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from atlas.diversity import indices
from atlas.fields.distances import distance
from atlas.models import Calculation, IndicatorDefinition
from atlas.observations.index import AtlasIndex

SMALL = 10  # projects: with fewer, an index says more about chance than about a place


@dataclass(frozen=True)
class Diversity:
    """The indices of one place; None where one is not defined. All are None where the place has too few projects."""

    richness: int | None
    effective: float | None
    shannon: float | None
    evenness: float | None
    gini_simpson: float | None
    rao_stirling: float | None
    is_small: bool = False

    def of(self, calculation: str) -> float | None:
        """Return the value that an index of this calculation has."""
        return {
            Calculation.RICHNESS: self.richness,
            Calculation.SHANNON: self.effective,
            Calculation.EVENNESS: self.evenness,
            Calculation.GINI_SIMPSON: self.gini_simpson,
            Calculation.RAO_STIRLING: self.rao_stirling,
        }[Calculation(calculation)]


NO_DATA = Diversity(None, None, None, None, None, None)
TOO_SMALL = Diversity(None, None, None, None, None, None, is_small=True)


def diversity(index: AtlasIndex, amounts: Mapping[int, Decimal], projects: Decimal | None = None) -> Diversity:
    """Return the indices of amounts by field; `projects` is how many stand behind them, if that is known."""
    numbers = {key: float(value) for key, value in index.without_residual(dict(amounts)).items() if value}
    if not numbers:
        return NO_DATA
    if projects is not None and projects < SMALL:
        return TOO_SMALL
    values = list(numbers.values())
    parents = index.parents()
    return Diversity(
        indices.richness(values),
        indices.effective_number(values),
        indices.shannon(values),
        indices.evenness(values),
        indices.gini_simpson(values),
        indices.rao_stirling(numbers, lambda first, second: distance(first, second, parents)),
    )


def definitions(index: AtlasIndex) -> list[IndicatorDefinition]:
    """Return the latest version of each index, in their order."""
    latest: dict[str, IndicatorDefinition] = {}
    for definition in sorted(index.indicators, key=lambda definition: definition.version):
        latest[definition.calculation] = definition
    return sorted(latest.values(), key=lambda definition: definition.position)
