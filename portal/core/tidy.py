"""Typed and pasted text as it is stored: composed letters, no invisible characters, no space around it."""

import unicodedata
from collections.abc import Iterable

from django.db import models
from wagtail.fields import RichTextField

# White space that `str.strip` leaves, because Unicode calls it something else: zero-width space, joiners, word joiner
# and byte-order mark. Joiners within a word belong to some scripts and stay.
INVISIBLE_AROUND = "\u200b\u200c\u200d\u2060\ufeff"
KEPT = "\n\t"


def tidy(text: str) -> str:
    """Return `text` in NFC, without control characters, and without white space around it (NBSP, ZWSP too)."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    printable = "".join(c for c in composed if c in KEPT or unicodedata.category(c) != "Cc")
    before = None
    while before != printable:
        before, printable = printable, printable.strip().strip(INVISIBLE_AROUND)
    return printable


class TidyTexts(models.Model):
    """Tidies every text of a record before it is checked, so that an invisible name counts as a missing one."""

    class Meta:
        abstract = True

    def clean_fields(self, exclude: Iterable[str] | None = None) -> None:
        for field in self._meta.concrete_fields:
            value = getattr(self, field.attname)
            is_text = isinstance(field, models.CharField | models.TextField) and not isinstance(field, RichTextField)
            if is_text and isinstance(value, str):
                setattr(self, field.attname, tidy(value))
        super().clean_fields(exclude)
