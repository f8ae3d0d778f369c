from urllib.parse import urlsplit

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from partners.directory import wording
from partners.geography import countries
from partners.models import Institution, InstitutionEvent
from portal.core.bilingual import is_empty, reader_language

register = template.Library()


@register.simple_tag
def finder_heading(finder) -> str:
    """Print what stands above a list of partners."""
    return wording.heading(finder.count, finder.country_count, is_lost=finder.is_lost, is_former=finder.is_former_list)


@register.simple_tag
def country_heading(finder, country: str) -> str:
    return wording.in_country(finder.count, country, is_former=finder.is_former_list)


register.simple_tag(wording.partners_on)
register.simple_tag(wording.agreements_on)
register.simple_tag(wording.agreements_there)


@register.filter
def bare_address(address: str) -> str:
    """www.example.org, from https://www.example.org/: what a reader would type."""
    parts = urlsplit(address)
    return f"{parts.netloc}{parts.path}".rstrip("/")


@register.filter
def name_before(event: InstitutionEvent) -> str:
    """Return the name before a rename, in the reader's language or in German."""
    name = event.before.get(f"name_{reader_language()}", "")
    return event.before.get("name_de", "") if is_empty(name) else name


@register.filter
def lang_attribute(language: str) -> SafeString:
    """` lang="mt"` for words in a language that is not the reader's, else nothing."""
    is_foreign = language and language.split("-", maxsplit=1)[0] != reader_language()
    return format_html(' lang="{}"', language) if is_foreign else mark_safe("")


@register.filter
def shows_original_name(institution: Institution) -> bool:
    """Tell whether its own name is another one than that which stands in the heading."""
    return institution.name_original not in ("", institution.name)


@register.simple_tag
def city_and_country(institution):
    """Print where an institution is, once where the city is the country: Paris, France; Singapore."""
    country, city = countries.name(institution.country), institution.city
    is_named = city and city != countries.name(institution.country, city.language)
    return format_html("{}, {}", city, country) if is_named else country
