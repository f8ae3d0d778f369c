"""What the page of a country shows: a selection of the directory, with what there is in sum."""

from django.http import QueryDict

from partners.directory.finder import FORMER, PartnerFinder
from partners.geography import countries
from partners.maps.part_map import country_map


def country_page(code: str, list_path: str) -> dict | None:
    """Return what the page of a country shows; None where nobody there is a partner or was one."""
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


def _links(finder: PartnerFinder, facet: str) -> list[tuple]:
    """Return each value that somebody there has, with the address of those who do."""
    choices = next((one.choices for one in finder.facets if one.name == facet), [])
    return [(one, finder.url(finder.filter.having(facet, one.value))) for one in choices if one.count]
