from urllib.parse import urlsplit

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from partners.directory import wording
from partners.directory.finder import PartnerFinder
from partners.geography import countries
from partners.models import Institution, InstitutionEvent
from portal.core.language.bilingual import is_empty, reader_language, text

register = template.Library()


@register.simple_tag
def finder_heading(finder: PartnerFinder) -> str:
    """Return the heading of a list of partners."""
    return wording.heading(
        finder.count, finder.country_count, is_lost=finder.is_not_understood, is_former=finder.is_former_list
    )


@register.simple_tag
def country_heading(finder: PartnerFinder, country: str) -> str:
    """Return the heading of a country's page; `country` is its name."""
    return wording.in_country(finder.count, country, is_former=finder.is_former_list)


register.simple_tag(wording.partners_on)
register.simple_tag(wording.agreements_on)
register.simple_tag(wording.agreements_there)


@register.filter
def bare_address(address: str) -> str:
    """Return a URL as readers would type it: "www.example.org" for "https://www.example.org/"."""
    parts = urlsplit(address)
    return f"{parts.netloc}{parts.path}".rstrip("/")


@register.filter
def name_before(event: InstitutionEvent) -> str:
    """Return the name before the institution was renamed, in the reader's language or else in German."""
    name = event.before.get(f"name_{reader_language()}", "")
    return event.before.get("name_de", "") if is_empty(name) else name


@register.filter
def lang_attribute(language: str) -> SafeString:
    """Return ` lang="mt"` for a language other than the reader's, otherwise an empty string."""
    is_foreign = language and language.split("-", maxsplit=1)[0] != reader_language()
    return format_html(' lang="{}"', language) if is_foreign else mark_safe("")


@register.filter
def shows_original_name(institution: Institution) -> bool:
    """Tell whether the original name differs from the one in the heading."""
    return institution.name_original not in ("", institution.name)


@register.simple_tag
def city_and_country(institution: Institution) -> str:
    """Return city and country, or only one of them where both have the same name: "Paris, France", "Singapore"."""
    country, city = countries.name(institution.country), text(institution, "city")
    is_named = city and city != countries.name(institution.country, city.language)
    return format_html("{}, {}", city, country) if is_named else country
