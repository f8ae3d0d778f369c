"""Measures of diversity: pure functions of amounts, with no knowledge of fields, places or the database.

Amounts are non-negative numbers, such as parts of projects; zeros change nothing. Where an index is not defined, the
functions return None, never 0.

Sources: Shannon 1948; Simpson 1949; Pielou 1966 (evenness); Hill 1973 and Jost 2007 (effective numbers, and diversity
within and between communities); Rao 1982 and Stirling 2007 (with distances).
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, fsum, isfinite, log
from typing import TypeVar

Kind = TypeVar("Kind", bound=Hashable)
Place = TypeVar("Place", bound=Hashable)


def shares(amounts: Iterable[float]) -> list[float]:
    """Return the positive amounts as shares of their sum, or nothing without any; raises ValueError below zero."""
    values = [float(amount) for amount in amounts]
    if any(value < 0 or not isfinite(value) for value in values):
        raise ValueError("Diversity is defined for finite amounts that are not negative.")
    total = fsum(values)
    return [value / total for value in values if value] if total else []


def richness(amounts: Iterable[float]) -> int | None:
    """Return the variety S: how many kinds there are."""
    return len(shares(amounts)) or None


def shannon(amounts: Iterable[float]) -> float | None:
    """Return H = -Σ p ln p in nats, between 0 and ln S."""
    parts = shares(amounts)
    return max(0.0, 0.0 - fsum(part * log(part) for part in parts)) if parts else None


def effective_number(amounts: Iterable[float]) -> float | None:
    """Return exp H, between 1 and S: as varied as so many kinds of equal size."""
    entropy = shannon(amounts)
    return None if entropy is None else exp(entropy)


def evenness(amounts: Iterable[float]) -> float | None:
    """Return J = H / ln S, between 0 and 1; not defined for fewer than two kinds."""
    values = list(amounts)
    kinds, entropy = richness(values), shannon(values)
    return None if kinds is None or kinds < 2 or entropy is None else min(1.0, entropy / log(kinds))


def gini_simpson(amounts: Iterable[float]) -> float | None:
    """Return 1 - Σ p²: the probability that two drawn at random are of different kinds."""
    parts = shares(amounts)
    return max(0.0, 1.0 - fsum(part * part for part in parts)) if parts else None


def rao_stirling(amounts: Mapping[Kind, float], distance: Callable[[Kind, Kind], float]) -> float | None:
    """Return Σ p_i p_j d_ij over all i ≠ j: the mean distance of two drawn at random, with distances from 0 to 1."""
    kinds = [kind for kind, amount in amounts.items() if amount]
    parts = shares(amounts.values())
    if not parts:
        return None
    pairs = [(i, j) for i in range(len(kinds)) for j in range(i)]
    return 2 * fsum(parts[i] * parts[j] * distance(kinds[i], kinds[j]) for i, j in pairs)


@dataclass(frozen=True)
class Partition:
    """Diversity within the places (alpha), between them (beta) and of all together (gamma), as effective numbers.

    alpha times beta is gamma; beta lies between 1 (all have the same mixture) and the number of places (nothing in
    common). Places weigh as much as they have.
    """

    alpha: float
    beta: float
    gamma: float


def partition(places: Sequence[Mapping[Kind, float]]) -> Partition | None:
    """Return the diversities of order 1 (Jost 2007), or None where no place has anything."""
    totals = [fsum(amounts.values()) for amounts in places]
    gamma = effective_number(pooled(places).values())
    if gamma is None:
        return None
    entropies = [shannon(amounts.values()) or 0.0 for amounts in places]
    mean = fsum(total * entropy for total, entropy in zip(totals, entropies, strict=True)) / fsum(totals)
    alpha = min(exp(mean), gamma)  # which it never exceeds, except by rounding
    return Partition(alpha, gamma / alpha, gamma)


def pooled(places: Iterable[Mapping[Kind, float]]) -> dict[Kind, float]:
    """Return the sums of all places by kind."""
    kinds: dict[Kind, list[float]] = {}
    for amounts in places:
        for kind, amount in amounts.items():
            kinds.setdefault(kind, []).append(amount)
    return {kind: fsum(values) for kind, values in kinds.items()}


def added_by(places: Mapping[Place, Mapping[Kind, float]]) -> dict[Place, float | None]:
    """Return by how much each place raises the effective number of all: less than zero where it makes them alike.

    None where nothing is left without the place.
    """
    whole = effective_number(pooled(places.values()).values())
    rest = {
        place: effective_number(pooled(amounts for other, amounts in places.items() if other != place).values())
        for place in places
    }
    return {place: None if whole is None or number is None else whole - number for place, number in rest.items()}


def only_in(places: Mapping[Place, Mapping[Kind, float]]) -> dict[Place, list[Kind]]:
    """Return for each place the kinds that no other place has."""
    owners: dict[Kind, list[Place]] = {}
    for place, amounts in places.items():
        for kind, amount in amounts.items():
            if amount:
                owners.setdefault(kind, []).append(place)
    return {place: [kind for kind, having in owners.items() if having == [place]] for place in places}
