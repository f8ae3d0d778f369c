"""A passage: one text of a page or record in both languages, which knows where its English is stored."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.db.models import Model

from portal.core.language.bilingual import is_empty
from portal.translation.plain import plain


@dataclass
class NewBlock:
    """A German block, or an item of one, of which the English page has none; it stays if something is written in it."""

    siblings: list
    block: dict
    is_written: bool = False

    def remove_if_empty(self) -> None:
        if not self.is_written:
            self.siblings[:] = [sibling for sibling in self.siblings if sibling is not self.block]


@dataclass
class Passage:
    """`place` is the same on every reading; `heading` and `label` say in the reader's language where the text stands.

    `holder` is the object, dictionary or list that holds the English under `name`. `german` is None where the German
    has no counterpart, so that pairs are never shifted.
    """

    place: str
    heading: str
    label: str
    german: str | None
    holder: Any
    name: Any
    make_field: Callable[[], forms.Field]
    is_rich: bool = False
    within: list[NewBlock] = field(default_factory=list)

    @property
    def english(self) -> str:
        value = getattr(self.holder, self.name) if isinstance(self.holder, Model) else self.holder[self.name]
        return value or ""

    def write(self, value: str) -> None:
        """Change the English in memory; a written block that was absent becomes one of the English page."""
        if isinstance(self.holder, Model):
            setattr(self.holder, self.name, value)
        else:
            self.holder[self.name] = value
        if not is_empty(value):
            for block in self.within:
                block.is_written = True

    @property
    def is_absent(self) -> bool:
        """Tell whether the English page has no such block."""
        return any(not block.is_written for block in self.within)

    @property
    def is_missing(self) -> bool:
        """Tell whether the English is empty, in a place that the English has."""
        return not is_empty(self.german) and is_empty(self.english) and not self.is_absent

    @property
    def is_german(self) -> bool:
        """Tell whether the English is word for word the German, and holds words at all."""
        words = plain(self.german)
        return any(character.isalpha() for character in words) and words == plain(self.english)


def untranslated(passages: list[Passage], same_texts: list[str]) -> list[Passage]:
    """Return the passages without English, and those still in German that nobody has confirmed as the same."""
    same = set(same_texts)
    return [
        passage
        for passage in passages
        if passage.is_missing or (passage.is_german and plain(passage.german) not in same)
    ]
