"""Normalises text that was typed or pasted: composed letters, no control characters, no surrounding white space."""

import unicodedata
from collections.abc import Collection

from django.db import models
from wagtail.fields import RichTextField

# What `str.strip` leaves, because Unicode does not call it white space: zero-width space, joiners, word joiner and
# byte-order mark. Joiners within a word belong to some scripts and are not removed.
ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
ALLOWED_CONTROLS = "\n\t"


def tidy(text: str) -> str:
    """Return `text` in NFC, without control characters and surrounding white space (including NBSP and ZWSP)."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    printable = "".join(c for c in composed if c in ALLOWED_CONTROLS or unicodedata.category(c) != "Cc")
    previous = None
    while previous != printable:
        previous, printable = printable, printable.strip().strip(ZERO_WIDTH)
    return printable


class TidyTexts(models.Model):
    """Normalises every plain text of a record before validation, so that a name of invisible characters is empty."""

    class Meta:
        abstract = True

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        for field in self._meta.concrete_fields:
            value = getattr(self, field.attname)
            is_text = isinstance(field, models.CharField | models.TextField) and not isinstance(field, RichTextField)
            if is_text and isinstance(value, str):
                setattr(self, field.attname, tidy(value))
        super().clean_fields(exclude)
