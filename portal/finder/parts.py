"""The small parts of a list with filters that its templates print."""

from dataclasses import dataclass

from portal.core.bilingual import Text


@dataclass(frozen=True)
class Choice:
    """One value of a facet, with the number of results under the other filters; `word` says of what."""

    value: str
    label: Text
    count: int
    word: str
    is_checked: bool
    level: int = 0

    @property
    def is_disabled(self) -> bool:
        """A value without results cannot be ticked; one that is ticked can always be taken back."""
        return not self.count and not self.is_checked


@dataclass(frozen=True)
class Facet:
    name: str
    legend: str
    choices: list[Choice]
    is_folded: bool  # can be folded away, as all but the most used ones

    @property
    def chosen(self) -> list[Choice]:
        return [choice for choice in self.choices if choice.is_checked]


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
class WayOut:
    """A link that leads on from a list without results, with the number of results behind it."""

    label: Text | str
    count: int
    word: str
    url: str
