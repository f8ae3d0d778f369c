"""Form fields in which languages are written in words, with the names of the CLDR to choose from while typing."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EMPTY_VALUES
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from portal.core.language import languages
from portal.core.language.bilingual import reader_language

LIST_ID = "language-names"


class LanguageList:
    """The names of all languages, as a list that stands once on a page and serves all its fields."""

    def __html__(self) -> SafeString:
        options = format_html_join("", "<option>{}</option>", ((name,) for name in _names()))
        return format_html('<datalist id="{}">{}</datalist>', LIST_ID, options)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LanguageList)

    def __hash__(self) -> int:
        return hash(LanguageList)


# Django prints any object with __html__ among the scripts, once on each page.
_SCRIPTS: Any = [LanguageList()]


class LanguageInput(forms.TextInput):
    """A field for one language; holds and shows its name, never its tag."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"list": LIST_ID, "autocomplete": "off", **(attrs or {})})

    @property
    def media(self) -> forms.Media:
        return forms.Media(js=_SCRIPTS)


class LanguagesInput(forms.TextInput):
    """A field for several languages with commas between them; a script offers names for the last one."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"data-languages": LIST_ID, "autocomplete": "off", **(attrs or {})})

    @property
    def media(self) -> forms.Media:
        return forms.Media(js=[*_SCRIPTS, "admin/languages.js"])


class _Typed(str):
    """What was typed, which the field shows again as it is."""

    __slots__ = ()


class _InWords(forms.CharField):
    """Shows what is stored in words, and what was typed as it was typed."""

    def bound_data(self, data: Any, initial: Any) -> Any:
        return _Typed(data) if isinstance(data, str) else data

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(data) != (initial or self.empty_value)
        except ValidationError:
            return True


class LanguageChoice(_InWords):
    """One language; its clean value is a tag of BCP 47."""

    widget = LanguageInput

    def __init__(self, *, max_length: int | None = None, **options: Any) -> None:
        super().__init__(**options)  # the limit is that of the tag, and not of the name

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return languages.tag_of(text) if text else ""

    def prepare_value(self, value: Any) -> Any:
        return languages.name(value) if value and not isinstance(value, _Typed) else value


class LanguagesChoice(_InWords):
    """Several languages; the clean value is a list of tags, each once, in the order in which they were typed."""

    widget = LanguagesInput

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"empty_value": [], **options})

    def to_python(self, value: Any) -> Any:
        if isinstance(value, list):
            return value
        texts = [text.strip() for text in str("" if value in EMPTY_VALUES else value).replace(";", ",").split(",")]
        return list(dict.fromkeys(languages.tag_of(text) for text in texts if text))

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(languages.names_of(value)) if isinstance(value, list) else value


def _names() -> list[str]:
    return list(languages.names(reader_language()).values())
