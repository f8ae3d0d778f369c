"""Widgets for values that are stored as codes, and chosen and shown in words: semesters, levels, criteria."""

import re
from collections.abc import Iterable, Mapping
from itertools import product
from typing import Any

from django.forms import Select, TextInput
from django.utils.datastructures import MultiValueDict
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.panels import Panel

from portal.core.language import formats
from portal.core.language.bilingual import LANGUAGES
from portal.core.time.moment import today

TERM = re.compile(r"\d{4}[SW]$")
YEARS_BACK, YEARS_AHEAD = 1, 4
WORDS_ID = "criterion-words"

CEFR_WORDS: dict[str, Promise] = {
    "A1": _("first words"),
    "A2": _("basic knowledge"),
    "B1": _("everyday conversation"),
    "B2": _("independent use"),
    "C1": _("fluent, in studies and at work"),
    "C2": _("almost like a first language"),
}

# What the demonstration and other portals write for criteria. Whoever needs another value types it.
CRITERION_WORDS: dict[str, Promise] = {
    "abitur": _("Abitur"),
    "equivalent": _("equivalent qualification"),
    "vocational": _("vocational qualification"),
    "foreign": _("qualification from abroad"),
    "bachelor": _("bachelor’s degree"),
    "master": _("master’s degree"),
    "doctorate": _("doctorate"),
    "none": _("no degree"),
    "refugee": _("refugee"),
    "asylum-seeker": _("asylum seeker"),
    "tolerated": _("tolerated stay"),
    "student-visa": _("student visa"),
    "ude": _("University of Duisburg-Essen"),
    "rub": _("Ruhr University Bochum"),
    "tu-dortmund": _("TU Dortmund University"),
}


class WordedSelect(Select):
    """A choice of codes by their words. A stored code that is not among them is offered as well, so that it stays."""

    def get_words(self) -> Iterable[tuple[str, Any]]:
        """Return (code, words) in their order."""
        raise NotImplementedError

    def words_for(self, code: str) -> str:
        """Return the words for a stored code that is not among those on offer."""
        return code

    def optgroups(self, name: str, value: Any, attrs: dict[str, Any] | None = None) -> list[tuple]:
        words = [("", "–"), *self.get_words()]
        stored = [str(code) for code in value if code]
        self.choices = [*words, *((code, self.words_for(code)) for code in stored if code not in dict(words))]
        return super().optgroups(name, value, attrs)


class TermSelect(WordedSelect):
    """The semesters from last year to some years ahead."""

    def get_words(self) -> Iterable[tuple[str, str]]:
        year = today().year
        codes = [f"{number}{half}" for number, half in product(range(year - YEARS_BACK, year + YEARS_AHEAD), "SW")]
        return [(code, formats.term(code)) for code in codes]

    def words_for(self, code: str) -> str:
        return formats.term(code) if TERM.match(code) else code


class LevelSelect(WordedSelect):
    """The levels of the Common European Framework of Reference, with what they mean."""

    def get_words(self) -> Iterable[tuple[str, str]]:
        return [(code, f"{code}: {words}") for code, words in CEFR_WORDS.items()]


class WordsInput(TextInput):
    """Codes, separated by commas, which are typed and shown as words; a value without words stays as it was typed."""

    def format_value(self, value: Any) -> str | None:
        codes = [code.strip() for code in str(value or "").split(",")]
        return ", ".join(str(CRITERION_WORDS.get(code, code)) for code in codes)

    def value_from_datadict(self, data: Mapping[str, Any], files: MultiValueDict, name: str) -> str | None:
        value = super().value_from_datadict(data, files, name)
        return value if value is None else ",".join(_code(part) for part in value.split(","))

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        return super().get_context(name, value, {**(attrs or {}), "list": WORDS_ID})


class CriterionWords(Panel):
    """The words that the browser suggests in every `WordsInput` of a form."""

    class BoundPanel(Panel.BoundPanel):
        def render_html(self, parent_context: Mapping[str, Any] | None = None) -> SafeString:
            options = format_html_join("", '<option value="{}">', ((words,) for words in CRITERION_WORDS.values()))
            return format_html('<datalist id="{}">{}</datalist>', WORDS_ID, options)


def _code(words: str) -> str:
    """Return the code for words in any language, or the words themselves."""
    words = words.strip()
    for language in LANGUAGES:
        with override(language):
            for code, translated in CRITERION_WORDS.items():
                if str(translated).casefold() == words.casefold():
                    return code
    return words
