"""All records that a list may show, at one go: read once, and kept until something changes.

Who has a value of a facet is one whole number in which each record has a bit. Counting everything that a reader may
choose next takes a few bitwise "and"s, whichever filters there are, and no query. What may be seen, what is in force
and what is open is asked of the rules for that; here is only written down what they say.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from time import monotonic

from portal.core.moment import now, today

LONGEST = 600.0  # seconds; matters only for what was written past all signals, as in a table at once


class FacetIndex:
    """The records of a day in Berlin. `keys` are in any order; the first one has bit 0.

    having: by facet and value the positions of those who have it; until: when the next one expires by the clock, or
    None; kept: what others make of it, for as long as it holds.
    """

    def __init__(self, keys: list[int], having: Mapping[str, Mapping[str, Iterable[int]]], until: datetime | None):
        self.day, self._until, self._made_at = today(), until, monotonic()
        self.keys = keys
        self.position = {key: at for at, key in enumerate(keys)}
        self.kept: dict = {}
        self._having = {
            facet: {value: self._joined(positions) for value, positions in of.items()} for facet, of in having.items()
        }

    def sorted_positions(self, sort: str, language: str) -> list[int]:
        """Return the positions of all records in an order that readers can choose."""
        raise NotImplementedError

    @property
    def holds(self) -> bool:
        """Tell whether it is still that day, nothing has expired by the clock, and it is not too old."""
        if monotonic() - self._made_at > LONGEST:
            return False
        return self.day == today() and (self._until is None or now() < self._until)

    @property
    def everybody(self) -> int:
        return (1 << len(self.keys)) - 1

    def with_values(self, facet: str) -> dict[str, int]:
        """Return who has which value of a facet: those values alone that anybody has."""
        return self._having.get(facet, {})

    def bits(self, facet: str, values: Iterable[str]) -> int:
        """Return who has one of the values."""
        found = 0
        for value in values:
            found |= self.with_values(facet).get(value, 0)
        return found

    def bits_of(self, keys: Iterable[int]) -> int:
        """Return those of some records that the list may show."""
        return self._joined(self.position[key] for key in keys if key in self.position)

    def positions(self, bits: int) -> Iterator[int]:
        """Yield the positions that are set."""
        return (at for at, flag in enumerate(self._flags(bits)) if flag == "1")

    def in_order(self, bits: int, sort: str, language: str) -> Iterator[int]:
        """Yield the keys of those whose bits are set."""
        order, flags = ("order", sort, language), self._flags(bits)
        if order not in self.kept:
            self.kept[order] = self.sorted_positions(sort, language)
        return (self.keys[at] for at in self.kept[order] if flags[at] == "1")

    def _flags(self, bits: int) -> str:
        """Return a "1" or a "0" for each record."""
        return f"{bits:0{len(self.keys)}b}"[::-1] if self.keys else ""

    def _joined(self, positions: Iterable[int]) -> int:
        """Return the number in which the bits at these positions are set."""
        size = len(self.keys)
        digits = bytearray(b"0") * size
        for at in positions:
            digits[size - 1 - at] = ord("1")
        return int(digits, 2) if size else 0
