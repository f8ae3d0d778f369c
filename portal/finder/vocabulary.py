"""The facets of a list and their values."""

from dataclasses import dataclass, field

from django.utils.functional import Promise

from portal.core.language.bilingual import Text, reader_language, text
from portal.core.language.letters import sort_key


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet. `value` is used in addresses and is the same in both languages."""

    value: str
    name_de: str = ""
    name_en: str = ""
    words: tuple[str, ...] = ()  # its names and synonyms in both languages
    name: str | Promise | None = None  # a message, for values that editors do not maintain
    level: int = 0  # its depth, where values are parts of others

    @property
    def label(self) -> Text:
        """Return the name in the reader's language, or in German as a fallback."""
        return text(self, "name") if self.name is None else Text(str(self.name), reader_language())

    @property
    def sort_key(self) -> str:
        return sort_key(str(self.label))


@dataclass(frozen=True)
class Vocabulary:
    """The values by facet, in the order that editors gave them; the facets in `by_name` are sorted by name."""

    values: dict[str, dict[str, FacetValue]] = field(default_factory=dict)
    by_name: tuple[str, ...] = ()

    def of(self, facet: str) -> list[FacetValue]:
        """Return the values of a facet in the order in which readers see them."""
        values = list(self.values[facet].values())
        return sorted(values, key=lambda value: value.sort_key) if facet in self.by_name else values
