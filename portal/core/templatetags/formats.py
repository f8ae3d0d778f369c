from datetime import date

from django import template

from portal.core.language import choices, formats

register = template.Library()


register.filter("language_names", choices.language_names)


@register.filter
def as_of(value: str) -> str:
    """2015 / October 2015 / 1 October 2015, from the forms of Extended Date/Time Format, level 0."""
    if value.count("-") == 2:
        return formats.day_in_words(date.fromisoformat(value))
    return formats.month(date.fromisoformat(f"{value}-01")) if "-" in value else value
