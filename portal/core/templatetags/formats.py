from collections.abc import Iterable
from datetime import date

from django import template
from django.utils.functional import Promise

from portal.core.language import formats
from portal.core.language.choices import LANGUAGE_NAMES

register = template.Library()


@register.filter
def language_names(codes: Iterable[str]) -> list[Promise | str]:
    """Return the names of languages, given as BCP 47 tags, in the reader's language."""
    names = dict(LANGUAGE_NAMES)
    return [names[code] for code in codes]


@register.filter
def edtf(value: str) -> str:
    """2015 / October 2015 / 1 October 2015, from a date in Extended Date/Time Format (`portal.core.time.edtf`)."""
    if value.count("-") == 2:
        return formats.day_in_words(date.fromisoformat(value))
    return formats.month(date.fromisoformat(f"{value}-01")) if "-" in value else value
