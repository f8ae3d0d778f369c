"""Texts in two languages, addresses of records and pages, and formats: available in every template without loading."""

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from wagtail.fields import RichTextField
from wagtail.rich_text import expand_db_html

from portal.core import formats
from portal.core.bilingual import Text, reader_language
from portal.core.bilingual import text as text_of
from portal.core.indexes import record_url as url_of
from portal.core.tree import tree

register = template.Library()


@register.filter
def text(obj, field: str) -> Text:
    """Return a text for the reader; {{ name.lang_attribute }} says where it fell back to German."""
    return text_of(obj, field)


@register.simple_tag
def phrase(obj, field: str):
    """Print a short text in its place; German among English gets its `lang`."""
    found = text_of(obj, field)
    return format_html('<span lang="{}">{}</span>', found.language, found) if found.is_fallback else found


@register.simple_tag
def counted(count: int, word: str):
    """Print how many things something stands for; the word is for screen readers."""
    return format_html('<span class="number">{}<span class="visually-hidden"> {}</span></span>', count, word)


@register.simple_tag
def passage(obj, field: str):
    """Print a longer text; German among English stands behind a note that says so."""
    found = text_of(obj, field)
    if not found:
        return ""
    is_rich = _is_rich(obj, field)
    if is_rich:
        found = Text(mark_safe(expand_db_html(found.value)), found.language, found.is_fallback)  # noqa: S308
    return render_to_string("components/passage.html", {"text": found, "is_rich": is_rich})


@register.simple_tag
def record_url(record, query: str = "") -> str:
    """Return the address of a record in the reader's language."""
    return f"{url_of(record, reader_language())}{query}"


@register.simple_tag
def pages_below(page) -> list:
    """Return the public pages right below one; none where there is no page, as in a preview."""
    return tree().below(page) if page else []


def _is_rich(obj, field: str) -> bool:
    """Tell whether a field holds the HTML of Wagtail's editor, which has been cleaned on its way in."""
    return isinstance(obj._meta.get_field(f"{field}_de"), RichTextField)


register.filter("day", formats.day)
register.filter("day_in_words", formats.day_in_words)
register.filter("day_month", formats.day_month)
register.filter("moment", formats.moment)
register.filter("money", formats.money)
register.filter("phone", formats.phone)
register.filter("term", formats.term)
register.filter("file_size", formats.file_size)
