"""The page of a city: its fields, its institutions, and how varied they are together."""

from typing import Any

from django.utils.translation import gettext as _

from atlas.diversity.results import diversity
from atlas.portraits import diversity_tables, field_tables, total_tables
from atlas.portraits.addresses import INSTITUTION, url
from atlas.portraits.overview import in_words, stops
from atlas.portraits.view import View


def city_page(view: View, key: int) -> dict[str, Any]:
    """Return the context of the page of a city."""
    city = view.index.cities[key]
    whole = [figure for figure in view.index.figures if figure.city == key and figure.institution is None]
    here = [figure for figure in view.of_places if figure.city == key]
    counted = [institution for institution in view.by_institution if any(f.institution == institution for f in here)]
    result = diversity(view.index, view.by_city[key])
    exhibits = [
        field_tables.of_place(view, "fields", _("By field"), view.by_city[key], here),
        total_tables.over_time(view, whole),
        total_tables.mixture_over_time(view, whole),
        diversity_tables.of_institutions(view, counted),
        total_tables.all_totals(view, "totals", _("The whole city in figures"), whole),
    ]
    return {
        "city": city,
        "words": _("%(words)s in %(period)s, all organisations of the city together")
        % {"words": in_words(view, city, view.selection.period), "period": view.period_words},
        "stops": stops(view),
        "tiles": diversity_tables.tiles(view, result),
        "result": result,
        "alone": diversity_tables.alone_in(view, key),
        "exhibits": view.linked(exhibits),
        "institutions": _institutions(view, key),
    }


def _institutions(view: View, city: int) -> list[tuple[Any, str]]:
    records = [record for record in view.index.institutions.values() if city in view.index.homes[record.pk]]
    return [(record, url(INSTITUTION, record.pk)) for record in sorted(records, key=lambda record: record.sort_de)]
