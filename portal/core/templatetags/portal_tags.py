"""Texts in two languages, addresses of records and pages, and formats: built into every template."""

from typing import Any

from django import template
from django.db.models import Model
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.models import Page

from portal.core.addressing.tree import in_german_order, tree
from portal.core.language import formats
from portal.core.language.bilingual import Text, reader_language
from portal.core.language.bilingual import text as text_of
from portal.core.models import Record
from portal.core.pages.index_page import record_url as url_of

register = template.Library()


@register.filter
def text(obj: Model, field: str) -> Text:
    """Return a text in the reader's language; {{ name.lang_attribute }} marks one that fell back to German."""
    return text_of(obj, field)


@register.filter
def plain(value: Any) -> str:
    """Return a text without mark-up, for attributes, titles and options."""
    return str(value)


@register.simple_tag
def counted(count: int, word: str) -> SafeString:
    """Return a number, followed by a word that only screen readers announce."""
    return format_html('<span class="number">{}<span class="visually-hidden"> {}</span></span>', count, word)


@register.simple_tag
def passage(value: Text) -> str:
    """Return a longer text as HTML; German on an English page is preceded by a note that says so."""
    return render_to_string("components/passage.html", {"text": value}) if value else ""


@register.simple_tag
def record_url(record: Record, query: str = "") -> str:
    """Return the address of a record in the reader's language."""
    return f"{url_of(record, reader_language())}{query}"


@register.simple_tag
def pages_below(page: Page | None) -> list:
    """Return the public child pages of a page in the order of the German ones; none without a page, as in a preview."""
    return in_german_order(tree().children(page)) if page else []


register.filter("day", formats.day)
register.filter("day_in_words", formats.day_in_words)
register.filter("day_month", formats.day_month)
register.filter("moment", formats.moment)
register.filter("money", formats.money)
register.filter("phone", formats.phone)
register.filter("term", formats.term)
register.filter("file_size", formats.file_size)
