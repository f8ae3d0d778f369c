"""The parts of a list with filters that its templates print."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import Promise

from portal.core.language.bilingual import Text


@dataclass(frozen=True)
class Choice:
    """One value of a facet, with the number of results under the other filters and the noun that goes with it."""

    value: str
    label: Text
    count: int
    word: str
    is_checked: bool
    level: int = 0

    @property
    def is_disabled(self) -> bool:
        """Tell whether it cannot be ticked: it has no results and is not ticked already."""
        return not self.count and not self.is_checked


MOST_SHOWN = 6  # values of an open facet; the others are folded


@dataclass(frozen=True)
class Facet:
    name: str
    legend: str | Promise
    choices: list[Choice]
    is_folded: bool  # can be folded, as all but the most used ones

    @property
    def chosen(self) -> list[Choice]:
        return [choice for choice in self.choices if choice.is_checked]

    @property
    def shown(self) -> list[Choice]:
        """Return the values with most results and the chosen ones, in the order of all values."""
        return [choice for choice in self.choices if choice.value in self._shown_values]

    @property
    def rest(self) -> list[Choice]:
        return [choice for choice in self.choices if choice.value not in self._shown_values]

    @cached_property
    def _shown_values(self) -> set[str]:
        """Return all values where folding would hide just one or two, or parts of others."""
        if len(self.choices) <= MOST_SHOWN + 2 or any(choice.level for choice in self.choices):
            return {choice.value for choice in self.choices}
        by_count = sorted(self.choices, key=lambda choice: (not choice.is_checked, -choice.count))
        return {choice.value for choice in by_count[: max(MOST_SHOWN, len(self.chosen))]}


@dataclass(frozen=True)
class Chip:
    label: Text | str
    remove_url: str


@dataclass(frozen=True)
class Sort:
    value: str
    label: str
    is_current: bool


@dataclass(frozen=True)
class PageLink:
    number: int
    url: str
    is_current: bool


@dataclass(frozen=True)
class Suggestion:
    """A link from a list without results to a similar one, with the number of its results."""

    label: Text | str
    count: int
    word: str
    url: str
