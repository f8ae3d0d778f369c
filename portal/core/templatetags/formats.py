from datetime import date

from django import template

from portal.core.language import formats, languages

register = template.Library()


register.filter("language_names", languages.names_of)


@register.filter
def edtf(value: str) -> str:
    """2015 / October 2015 / 1 October 2015, from a date in Extended Date/Time Format (`portal.core.time.edtf`)."""
    if value.count("-") == 2:
        return formats.day_in_words(date.fromisoformat(value))
    return formats.month(date.fromisoformat(f"{value}-01")) if "-" in value else value
