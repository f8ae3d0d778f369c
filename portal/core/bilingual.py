"""Text in two languages: German is required, English may be missing, and then the reader is told.

A field of a record is a pair of columns, `name_de` and `name_en`. There is no bare `name`, so nothing can read or
write "whichever language happens to be active". The one place that falls back from English to German is `text`.
"""

import re
from dataclasses import dataclass

from django.core.exceptions import FieldDoesNotExist
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

GERMAN, ENGLISH = "de", "en"
LANGUAGES = (GERMAN, ENGLISH)

_TAG = re.compile(r"<(?!img|embed|hr)[^>]*>")
_BLANK = re.compile(r"[\s\u00a0\u200b\ufeff]+|&nbsp;")


def bilingual(field_class, verbose_name, *, blank=False, **options):
    """Return the German and the English column of one text: `name_de, name_en = bilingual(CharField, _("name"))`.

    German may be empty only where `blank` says so, English always.
    """
    return (
        field_class(verbose_name=format_lazy("{} ({})", verbose_name, _("German")), blank=blank, **options),
        field_class(verbose_name=format_lazy("{} ({})", verbose_name, _("English")), blank=True, **options),
    )


@dataclass(frozen=True)
class Text:
    """A text as one reader gets it. Printing it prints the value, escaped unless it is marked safe."""

    value: str
    language: str
    is_fallback: bool = False

    def __str__(self):
        return self.value

    def __html__(self):
        return conditional_escape(self.value)

    def __bool__(self):
        return not is_empty(self.value)

    @property
    def lang_attribute(self) -> SafeString:
        """` lang="de"` where the text is not in the language of the page around it, else nothing."""
        return mark_safe(f' lang="{self.language}"') if self.is_fallback else mark_safe("")  # noqa: S308


def is_empty(value) -> bool:
    """Tell whether nothing is left of a text without white space and without empty rich-text elements."""
    return not _BLANK.sub("", _TAG.sub("", str(value or "")))


def reader_language() -> str:
    """Return the language of the page being made: "de" or "en"."""
    return ENGLISH if (get_language() or GERMAN).startswith(ENGLISH) else GERMAN


def other_language(language: str) -> str:
    return ENGLISH if language == GERMAN else GERMAN


def text(obj, field: str, language: str | None = None) -> Text:
    """Return `field` of `obj` for a reader of `language`: English, or German marked as a fallback."""
    language = language or reader_language()
    value = getattr(obj, f"{field}_{language}")
    if language == GERMAN or not is_empty(value):
        return Text(value, language)
    german = getattr(obj, f"{field}_{GERMAN}")
    return Text(german, GERMAN, is_fallback=not is_empty(german))


def bilingual_fields(model) -> list[str]:
    """Return the names of all bilingual fields of a model, without their endings."""
    stems = [field.name.removesuffix("_de") for field in model._meta.get_fields() if field.name.endswith("_de")]
    return [stem for stem in stems if _has_field(model, f"{stem}_en")]


def _has_field(model, name: str) -> bool:
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True


def is_translated(obj) -> bool:
    """Tell whether every German text of `obj` that readers see has an English one."""
    return all(
        is_empty(getattr(obj, f"{field}_de")) or not is_empty(getattr(obj, f"{field}_en"))
        for field in bilingual_fields(type(obj))
        if field not in {"slug", "sort"}
    )
