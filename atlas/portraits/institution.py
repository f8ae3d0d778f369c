"""The page of a research institution: its fields, how varied they are, and every figure there is of it."""

from typing import Any

from django.utils.translation import gettext as _

from atlas.diversity.results import SMALL, diversity
from atlas.models import ResearchInstitution
from atlas.portraits import diversity_tables, field_tables, total_tables
from atlas.portraits.addresses import url
from atlas.portraits.view import View
from partners.models import Institution
from portal.core.language.bilingual import reader_language
from portal.core.pages.index_page import record_url
from portal.core.visibility import public


def institution_page(view: View, key: int) -> dict[str, Any]:
    """Return the context of the page of an institution."""
    record = view.index.institutions[key]
    figures = view.index.by_institution[key]
    here = [figure for figure in view.of_places if figure.institution == key]
    amounts = view.by_institution.get(key, {})
    result = diversity(view.index, amounts, view.projects(key))
    exhibits = [
        field_tables.of_place(view, "fields", _("By field"), amounts, here) if here else None,
        total_tables.over_time(view, figures),
        total_tables.mixture_over_time(view, figures),
        total_tables.all_totals(view, "totals", _("All totals"), figures),
        total_tables.other_fields(view, figures),
    ]
    return {
        "institution": record,
        "cities": [(view.index.cities[city].name, url("city", city)) for city in view.index.homes[key]],
        "own_page": own_page(record),
        "tiles": diversity_tables.tiles(view, result),
        "result": result,
        "small": SMALL,
        "exhibits": view.linked(exhibits),
    }


def own_page(record: ResearchInstitution) -> str:
    """Return the path of the institution's page as a partner or member, or "" where it has none: one query."""
    if not record.institution_id:
        return ""
    partner = public(Institution.objects.filter(pk=record.institution_id)).only("slug_de", "slug_en").first()
    return record_url(partner, reader_language()) if partner else ""
