from django import template

from portal.core.languages import LANGUAGE_NAMES

register = template.Library()


@register.filter
def language_names(codes) -> list[str]:
    """Return what the languages of some BCP 47 tags are called, in the reader's language."""
    names = dict(LANGUAGE_NAMES)
    return [names[code] for code in codes]
