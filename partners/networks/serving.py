"""The records that serve a guiding principle. Apps register their own types here, as this app does not import them."""

from collections.abc import Callable, Iterable

from django.db.models import Model

from partners.models import GuidingPrinciple

Find = Callable[[list[int]], dict[int, list[Model]]]

_finders: list[Find] = []


def register(find: Find) -> Find:
    """Register a function that returns, for keys of principles, the public records that serve each; a decorator."""
    if find not in _finders:
        _finders.append(find)
    return find


def records_by_principle(principles: Iterable[GuidingPrinciple]) -> dict[int, list[Model]]:
    """Return by key of the principles the public records of all types that serve them: one query for each type."""
    keys = [principle.pk for principle in principles if principle.pk]
    records_by_key: dict[int, list[Model]] = {key: [] for key in keys}
    for find in _finders:
        for key, records in find(keys).items():
            records_by_key[key] += records
    return records_by_key
