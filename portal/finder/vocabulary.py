"""What a list can be narrowed by: its facets, and the values that each of them knows."""

from dataclasses import dataclass, field

from portal.core.bilingual import Text, reader_language, text
from portal.core.letters import sort_key


@dataclass(frozen=True)
class FacetValue:
    """One value. It stands in addresses as `value`, which is the same in both languages."""

    value: str
    name_de: str = ""
    name_en: str = ""
    words: tuple[str, ...] = ()  # what people call it, in either language
    name: object = None  # a message instead of a name, where the value is none of the editors'
    level: int = 0  # how far down it stands where values are parts of others

    @property
    def label(self) -> Text:
        return text(self, "name") if self.name is None else Text(str(self.name), reader_language())

    @property
    def sort_key(self) -> str:
        return sort_key(str(self.label))


@dataclass(frozen=True)
class Vocabulary:
    """The known values by facet, in the order in which editors put them; those of `by_name` as readers sort names."""

    values: dict[str, dict[str, FacetValue]] = field(default_factory=dict)
    by_name: tuple[str, ...] = ()

    def of(self, facet: str) -> list[FacetValue]:
        """Return the values of a facet in the reader's order."""
        found = list(self.values[facet].values())
        return sorted(found, key=lambda one: one.sort_key) if facet in self.by_name else found
