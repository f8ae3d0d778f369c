"""The context of a country's page: its partners, with their activities and fields of study."""

from typing import Any

from django.http import QueryDict

from partners.directory.finder import FORMER, PartnerFinder
from partners.geography import countries
from partners.maps.part_map import country_map
from portal.finder.parts import Choice


def country_page(code: str, list_path: str) -> dict[str, Any] | None:
    """Return the context of a country's page: of its partners or else of its former ones; None without either.

    `list_path` is the path of the list of all partners.
    """
    finder = PartnerFinder(QueryDict(f"country={code}"), list_path)
    if not finder.count:
        finder = PartnerFinder(QueryDict(f"country={code}&status={FORMER}"), list_path)
    if not finder.count:
        return None
    return {
        "finder": finder,
        "name": countries.name(code),
        "agreements": finder.official.agreements_in.get(code, 0),
        "subjects": _links(finder, "subject"),
        "activities": _links(finder, "activity"),
        "list_url": finder.url(finder.filter),
        "map": country_map(finder.everybody, code, finder.place_url),
    }


def _links(finder: PartnerFinder, name: str) -> list[tuple[Choice, str]]:
    """Return the choices of a facet that match any partner, each with the URL of the list narrowed to it."""
    choices = next((facet.choices for facet in finder.facets if facet.name == name), [])
    return [(choice, finder.url(finder.filter.with_values(name, choice.value))) for choice in choices if choice.count]
