"""What serves a guiding principle. Principles know nothing of programmes and events: those register themselves."""

from collections.abc import Callable

_finders: list[Callable] = []


def register(find: Callable) -> Callable:
    """Register a function from keys of principles to the public records that serve each: {key: [record, …]}."""
    if find not in _finders:
        _finders.append(find)
    return find


def served(principles) -> dict[int, list]:
    """Return what serves each of the principles, all kinds together: one query for each kind."""
    keys = [principle.pk for principle in principles if principle.pk]
    found: dict[int, list] = {key: [] for key in keys}
    for find in _finders:
        for key, records in find(keys).items():
            found[key] += records
    return found
