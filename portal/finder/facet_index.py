"""All records that a list may show, read at once and kept in memory until something changes.

The records with one value of a facet are an integer in which each record has a bit. Counting everything that a reader
may choose next is then a few bitwise "and"s, whichever filters there are, without a query. The rules for what is
public, in force or open are elsewhere; the index stores their results.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import datetime
from time import monotonic
from typing import Any

from portal.core.time.moment import now, today

MAX_AGE = 600.0  # seconds; matters only for writes that send no signal, such as those in bulk


class FacetIndex:
    """The records as they are on a day in Berlin. `keys` are primary keys in any order; the first one has bit 0.

    positions: by facet and value the positions in `keys` of the records that have it; expires_at: the time at which the
    next record expires, or None. `cache` is for derived values that are valid as long as the index.
    """

    def __init__(
        self, keys: list[int], positions: Mapping[str, Mapping[str, Iterable[int]]], expires_at: datetime | None
    ) -> None:
        self.day, self._expires_at, self._built_at = today(), expires_at, monotonic()
        self.keys = keys
        self.position = {key: position for position, key in enumerate(keys)}
        self.cache: dict[Hashable, Any] = {}
        self._bits = {
            facet: {value: self.bits_at(positions) for value, positions in values.items()}
            for facet, values in positions.items()
        }

    def sorted_positions(self, sort: str, language: str) -> list[int]:
        """Return the positions of all records in an order that readers can choose."""
        raise NotImplementedError

    @property
    def is_current(self) -> bool:
        """Tell whether it is still that day, no record has expired since, and the index is not older than MAX_AGE."""
        if monotonic() - self._built_at > MAX_AGE:
            return False
        return self.day == today() and (self._expires_at is None or now() < self._expires_at)

    @property
    def all_bits(self) -> int:
        return (1 << len(self.keys)) - 1

    def bits_by_value(self, facet: str) -> dict[str, int]:
        """Return the bits of the records that have each value of a facet, without values that no record has."""
        return self._bits.get(facet, {})

    def bits(self, facet: str, values: Iterable[str]) -> int:
        """Return the bits of the records that have one of the values."""
        bits = 0
        for value in values:
            bits |= self.bits_by_value(facet).get(value, 0)
        return bits

    def bits_of_keys(self, keys: Iterable[int]) -> int:
        """Return the bits of the records with these primary keys; keys that are not in the index are ignored."""
        return self.bits_at(self.position[key] for key in keys if key in self.position)

    def positions(self, bits: int) -> Iterator[int]:
        """Yield the positions of the bits that are set."""
        return (position for position, flag in enumerate(self._flags(bits)) if flag == "1")

    def sorted_keys(self, bits: int, sort: str, language: str) -> Iterator[int]:
        """Yield the primary keys of the records whose bits are set, in an order that readers can choose."""
        order, flags = ("order", sort, language), self._flags(bits)
        if order not in self.cache:
            self.cache[order] = self.sorted_positions(sort, language)
        return (self.keys[position] for position in self.cache[order] if flags[position] == "1")

    def bits_at(self, positions: Iterable[int]) -> int:
        """Return the integer in which the bits at these positions are set."""
        size = len(self.keys)
        digits = bytearray(b"0") * size
        for position in positions:
            digits[size - 1 - position] = ord("1")
        return int(digits, 2) if size else 0

    def _flags(self, bits: int) -> str:
        """Return a string with "1" or "0" for each record."""
        return f"{bits:0{len(self.keys)}b}"[::-1] if self.keys else ""
