"""The form of a comparison: a field for each English text beside its German, with what its reader had before them."""

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import BoundField
from django.http import QueryDict
from django.template.defaultfilters import linebreaksbr
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from wagtail.rich_text import expand_db_html

from portal.core.language.bilingual import is_empty
from portal.translation.english import English
from portal.translation.passages import Passage
from portal.translation.plain import plain

TEXT, SEEN, SAME = "text", "seen", "same"  # the beginnings of the names of fields

_BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')
_LINK = re.compile(r"<(/?)a\b[^>]*>")


@dataclass
class Row:
    """One passage with its fields; `meanwhile` is the English that somebody else has stored since the form opened."""

    passage: Passage
    text: BoundField
    seen: BoundField
    same: BoundField | None
    is_german: bool
    meanwhile: str = ""
    german_is_new: bool = False

    @property
    def german(self) -> SafeString:
        """Return the German to be read: links do not lead away from the form."""
        if not self.passage.is_rich:
            return linebreaksbr(self.passage.german or "")
        return mark_safe(_LINK.sub(r"<\1u>", expand_db_html(self.passage.german or "")))  # noqa: S308

    @property
    def meanwhile_text(self) -> str:
        return plain(self.meanwhile)


class TranslationForm(forms.Form):
    """All English texts of a page or record. Drafts may be incomplete, except that a page needs its title."""

    def __init__(
        self, english: English, same_texts: list[str] | None, data: QueryDict | None = None, *, is_draft: bool = True
    ) -> None:
        """`same_texts` are those confirmed so far; None where the German is not public, and nothing can be."""
        super().__init__(data.copy() if data is not None else None)
        self.english, self.can_confirm, self.same_texts = english, same_texts is not None, set(same_texts or ())
        self.passages = {_name(passage): passage for passage in english.passages}
        self.stored = {name: passage.english for name, passage in self.passages.items()}
        for name, passage in self.passages.items():
            self._add_fields(name, passage, is_draft=is_draft)

    @cached_property
    def rows(self) -> list[Row]:
        return [self._row(name, passage) for name, passage in self.passages.items()]

    @property
    def untranslated(self) -> int:
        """Return how many texts are still German, or have no English, as they are stored."""
        return sum(row.is_german or row.passage.is_missing for row in self.rows)

    def conflicts(self) -> list[str]:
        """Return the names of the passages whose German or English was changed since the form was opened."""
        return [name for name in self.passages if self._seen(name) != [_hash(text) for text in self._now(name)]]

    def adopt_what_is_stored(self) -> None:
        """Let the form show what is stored now: as its text where nothing else was typed, and beside it otherwise."""
        changed, data = self.conflicts(), cast("QueryDict", self.data)
        self.is_valid()
        for name in changed:
            english_was = self._seen(name)[1]
            row = next(row for row in self.rows if row.passage is self.passages[name])
            row.german_is_new = self._seen(name)[0] != _hash(self.passages[name].german)
            if _hash(self.cleaned_data.get(f"{TEXT}-{name}", "")) == english_was:
                widget = self.fields[f"{TEXT}-{name}"].widget
                data[f"{TEXT}-{name}"] = widget.format_value(self.stored[name]) or ""
            elif english_was != _hash(self.stored[name]):
                row.meanwhile = self.stored[name]
        for name in self.passages:
            data[f"{SEEN}-{name}"] = self._token(name)

    def left_over(self) -> list[str]:
        """Return what was typed for passages that do not exist any more, so that it can be copied from the page."""
        names = [name for name in self.data if name.startswith(f"{TEXT}-") and name not in self.fields]
        return [text for text in (_typed(self.data[name]) for name in names) if text]

    def write(self) -> None:
        """Write the texts that were changed into the English in memory."""
        for name, passage in self.passages.items():
            value = self.cleaned_data[f"{TEXT}-{name}"]
            if _hash(value) != _hash(self.stored[name]):
                passage.write("" if is_empty(value) else value)
        self.english.pair.store()

    def add_errors(self, error: ValidationError) -> None:
        """Show errors of the model at the fields of the form that they are about, and above it otherwise."""
        errors = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
        for place, lines in errors.items():
            name = f"{TEXT}-{place.removesuffix('_en')}"
            self.add_error(name if name in self.fields else None, lines)

    def confirmed_as_same(self) -> list[str]:
        """Return the German texts that hold in English too: those that were ticked, and those that stand elsewhere."""
        offered = {name: plain(passage.german) for name, passage in self.passages.items() if self._offers_same(passage)}
        ticked = {text for name, text in offered.items() if self.cleaned_data.get(f"{SAME}-{name}")}
        return sorted((self.same_texts - set(offered.values())) | ticked)

    def _add_fields(self, name: str, passage: Passage, *, is_draft: bool) -> None:
        field = passage.make_field()
        is_title = passage.place == "title"
        field.required = is_title or (field.required and not is_draft and not passage.is_absent)
        field.label = _("%(label)s, in English") % {"label": passage.label}
        field.initial = passage.english
        field.widget.attrs |= {"lang": "en", "aria-describedby": f"about-{name}"}
        if passage.is_rich:  # the editor takes no label from the page
            field.widget.options = {**field.widget.options, "ariaLabel": field.label}
        self.fields[f"{TEXT}-{name}"] = field
        self.fields[f"{SEEN}-{name}"] = forms.CharField(
            required=False, widget=forms.HiddenInput, initial=self._token(name)
        )
        if self._offers_same(passage):
            self.fields[f"{SAME}-{name}"] = forms.BooleanField(
                required=False, label=_("The same in English"), initial=plain(passage.german) in self.same_texts
            )

    def _offers_same(self, passage: Passage) -> bool:
        """Tell whether the passage can be confirmed as the same in English."""
        return self.can_confirm and (passage.is_german or plain(passage.german) in self.same_texts - {""})

    def _row(self, name: str, passage: Passage) -> Row:
        same = self[f"{SAME}-{name}"] if f"{SAME}-{name}" in self.fields else None
        is_german = passage.is_german and plain(passage.german) not in self.same_texts
        return Row(passage, self[f"{TEXT}-{name}"], self[f"{SEEN}-{name}"], same, is_german)

    def _now(self, name: str) -> tuple[str | None, str]:
        return self.passages[name].german, self.stored[name]

    def _token(self, name: str) -> str:
        return ".".join(_hash(text) for text in self._now(name))

    def _seen(self, name: str) -> list[str]:
        """Return the hashes of the German and the English that the reader of the form had before them."""
        seen = str(self.data.get(f"{SEEN}-{name}", "")).split(".")
        return seen if len(seen) == 2 else ["", ""]


def _name(passage: Passage) -> str:
    return passage.place.replace(".", "_")


def _hash(text: str | None) -> str:
    """Return a short hash of a text, without the keys that the editor gives to paragraphs."""
    return hashlib.sha256(_BLOCK_KEY.sub("", text or "").encode()).hexdigest()[:16]


def _typed(value: Any) -> str:
    """Return a submitted text; that of the rich-text editor without its formats."""
    try:
        content = json.loads(value)
        return "\n".join(block["text"] for block in content["blocks"]).strip()
    except (ValueError, TypeError, KeyError):
        return str(value).strip()
