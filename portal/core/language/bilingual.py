"""Texts in two languages: German is required, English may be missing, and then the reader is told.

django-modeltranslation makes two columns of each text, `name_de` and `name_en` (see `portal.core.translation` and the
`translation.py` of each app). `record.name` is a `Text`: it knows its language and whether it is a fallback.
"""

import re
from functools import cache
from typing import Any

from django.db.models import Model
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from modeltranslation.translator import NotRegistered, translator
from wagtail.rich_text import expand_db_html

GERMAN, ENGLISH = "de", "en"
LANGUAGES = (GERMAN, ENGLISH)

_NOTHING = re.compile(r"(?:<(?!img|embed|hr)[^>]*>|[\s\u00a0\u200b\ufeff]|&nbsp;)*+")


class Text(str):
    """A text in the language of a reader, or in German as a fallback. A template prints a fallback with its `lang`."""

    __slots__ = ("is_fallback", "is_rich", "language")

    language: str
    is_fallback: bool
    is_rich: bool

    def __new__(cls, value: str | None, language: str, *, is_fallback: bool = False, is_rich: bool = False) -> "Text":
        instance = super().__new__(cls, value or "")
        instance.language, instance.is_fallback, instance.is_rich = language, is_fallback, is_rich
        return instance

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]  # the stubs fix the arguments of str
        return str(self), self.language

    def __html__(self) -> str:
        return format_html('<span lang="{}">{}</span>', self.language, self.inner) if self.is_fallback else self.inner

    def __bool__(self) -> bool:
        return not is_empty(self)

    @property
    def inner(self) -> SafeString:
        """Return the text as HTML, without saying what language it is in."""
        return mark_safe(expand_db_html(str(self))) if self.is_rich else conditional_escape(str(self))  # noqa: S308

    @property
    def lang_attribute(self) -> SafeString:
        """` lang="de"` where the text is not in the language of the page around it, else nothing."""
        return mark_safe(f' lang="{self.language}"') if self.is_fallback else mark_safe("")  # noqa: S308


def is_empty(value: object) -> bool:
    """Tell whether nothing is left of a text without white space and without empty rich-text elements."""
    return _NOTHING.fullmatch("" if value is None else str(value)) is not None


def reader_language() -> str:
    """Return the language of the page being made: "de" or "en"."""
    return ENGLISH if (get_language() or GERMAN).startswith(ENGLISH) else GERMAN


def other_language(language: str) -> str:
    return ENGLISH if language == GERMAN else GERMAN


def text(obj: Any, field: str, language: str | None = None, *, is_rich: bool = False) -> Text:
    """Return `field` of `obj` for a reader of `language`: English, or German marked as a fallback."""
    language = language or reader_language()
    value = getattr(obj, f"{field}_{language}")
    if language == GERMAN or not is_empty(value):
        return Text(value, language, is_rich=is_rich)
    german = getattr(obj, f"{field}_{GERMAN}")
    return Text(german, GERMAN, is_fallback=not is_empty(german), is_rich=is_rich)


def texts_by_language(obj: Any, field: str) -> dict[str, str]:
    """Return {language: text} of a field, in the order of LANGUAGES and without empty texts."""
    texts = {language: getattr(obj, f"{field}_{language}") for language in LANGUAGES}
    return {language: value for language, value in texts.items() if not is_empty(value)}


@cache
def bilingual_fields(model: type[Model]) -> tuple[str, ...]:
    """Return the names of all registered texts of a model, without their endings, in the order of its columns."""
    try:
        options: Any = translator.get_options_for_model(model)  # the library's metaclass adds `fields`
    except NotRegistered:
        return ()
    stems = {f"{name}_{GERMAN}": name for name in options.fields}
    return tuple(stems[field.name] for field in model._meta.get_fields() if field.name in stems)


def is_translated(obj: Model) -> bool:
    """Tell whether every German text of `obj` that readers see has an English one."""
    return all(
        is_empty(getattr(obj, f"{field}_de")) or not is_empty(getattr(obj, f"{field}_en"))
        for field in bilingual_fields(type(obj))
        if field != "slug"
    )
