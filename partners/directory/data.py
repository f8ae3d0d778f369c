"""The filtered list of partners as data: one page as JSON, the whole list as GeoJSON or CSV. Public columns only."""

import csv
from collections.abc import Iterator
from itertools import islice

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import override

from partners.directory.facet_index import PartnerFacetIndex
from partners.directory.finder import PartnerFinder
from partners.geography import coordinates, countries
from partners.institutions.data import brief
from partners.maps.places import point_of
from partners.models import Institution
from portal.core.addressing.addresses import root_of
from portal.core.admin.spreadsheets import safe_cell
from portal.core.data import as_json
from portal.core.language.bilingual import reader_language, text
from portal.core.pages.index_page import record_url
from portal.core.time.moment import today
from portal.core.visibility import public

HEADERS = {"X-Robots-Tag": "noindex"}
NO_POINT = {"latitude": None, "longitude": None}
BATCH_SIZE = 1000  # institutions read in one query
COLUMNS = (
    "public_id",
    *("name_de", "name_en", "name_original", "original_lang", "abbreviation", "slug_de", "slug_en"),
    *("institution_type", "country", "city_de", "city_en", "latitude", "longitude", "precision", "website"),
)


def links(finder: PartnerFinder) -> list[tuple[str, str]]:
    """Return (name, URL) of each format of the list."""
    return [(name, _with_format(finder.url(finder.filter), kind)) for kind, name in NAMES.items()]


def page_as_json(finder: PartnerFinder, request: HttpRequest) -> HttpResponse:
    """Return the requested page of the list."""
    return as_json(
        {
            "as_of": today().isoformat(),
            "total": finder.count,
            "countries": finder.country_count,
            "page": finder.page.number,
            "pages": finder.page.paginator.num_pages,
            "previous": _page_url(request, finder.previous_url),
            "next": _page_url(request, finder.next_url),
            "partners": [
                _with_line(partner, _partner(partner, finder.facet_index, request)) for partner in finder.page
            ],
        }
    )


def all_as_geojson(finder: PartnerFinder, request: HttpRequest) -> HttpResponse:
    """Return all results that have a place (RFC 7946); `without_place` is the number of those that have none."""
    points = {row.pk: point for row in finder.everybody if (point := point_of(row))}
    features = [
        {
            "type": "Feature",
            "id": partner.public_id,
            "geometry": {"type": "Point", "coordinates": [points[partner.pk].longitude, points[partner.pk].latitude]},
            "properties": _partner(partner, finder.facet_index, request),
        }
        for partner in _read([key for key in finder.keys if key in points])
    ]
    data = {"type": "FeatureCollection", "as_of": today().isoformat(), "without_place": finder.count - len(points)}
    response = as_json({**data, "features": features})
    response.headers["Content-Type"] = "application/geo+json"
    return response


def all_as_csv(finder: PartnerFinder, request: HttpRequest) -> StreamingHttpResponse:
    """Stream all results in the form that a German Excel opens: UTF-8 with a byte order mark, semicolons, CRLF."""
    filename = f"{_('partners')}-{today().isoformat()}.csv"
    headers = {**HEADERS, "Content-Disposition": f'attachment; filename="{filename}"'}
    lines = _lines(finder, request, reader_language())
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)


NAMES = {"csv": "CSV", "json": "JSON", "geojson": "GeoJSON"}
WRITERS = {"csv": all_as_csv, "json": page_as_json, "geojson": all_as_geojson}


class _Echo:
    """A file object whose `write` returns the line instead of storing it."""

    def write(self, line: str) -> str:
        return line


def _lines(finder: PartnerFinder, request: HttpRequest, language: str) -> Iterator[str]:
    writer = csv.writer(_Echo(), delimiter=";", lineterminator="\r\n")
    yield "\ufeff"
    with override(language):
        yield writer.writerow(_headings())
    remaining = iter(finder.keys)
    while keys := list(islice(remaining, BATCH_SIZE)):
        with override(language):
            lines = [writer.writerow(_cells(partner, finder.facet_index, request)) for partner in _read(keys)]
        yield "".join(lines)


def _headings() -> list[str]:
    return [
        *(_("Identifier"), _("Name (German)"), _("Name (English)"), _("Original name"), _("Type of institution")),
        *(_("Country code"), _("Country"), _("City"), _("Latitude"), _("Longitude"), _("Precision")),
        *(_("Partnership"), _("Agreements in force"), _("Activities"), _("Fields of study (ISCED-F 2013)")),
        *(_("Website"), _("Address")),
    ]


def _cells(partner: Institution, index: PartnerFacetIndex, request: HttpRequest) -> list:
    totals = index.totals_of(partner.pk)
    cells = [
        *(partner.public_id, partner.name_de, partner.name_en, partner.name_original, partner.institution_type),
        *(partner.country, countries.name(partner.country), str(text(partner, "city"))),
        *(partner.latitude, partner.longitude, partner.precision),
        *(_partner_status(partner, index), totals.in_force, ", ".join(sorted(totals.activities))),
        *(", ".join(sorted(totals.subject_codes)), partner.website, _absolute_url(partner, request)),
    ]
    return [safe_cell(cell) for cell in cells]


def _read(keys: list[int]) -> list[Institution]:
    """Return the public ones of the institutions with these keys, in the order of the keys."""
    institutions = public(Institution.objects.filter(pk__in=keys)).only(*COLUMNS).in_bulk()
    return [institutions[key] for key in keys if key in institutions]


def _partner(partner: Institution, index: PartnerFacetIndex, request: HttpRequest) -> dict:
    totals, point = index.totals_of(partner.pk), coordinates.point(partner)
    return {
        **brief(partner),
        "url": _absolute_url(partner, request),
        **(point._asdict() if point else NO_POINT),
        "precision": partner.precision,
        "partnership": _partner_status(partner, index),
        "agreements_in_force": totals.in_force,
        "activities": sorted(totals.activities),
        "subjects": sorted(totals.subject_codes),
    }


def _with_line(partner: Institution, data: dict) -> dict:
    """Return the data with the agreement that the list shows; None without any public agreement."""
    if partner.line is None:
        return {**data, "agreement": None}
    status, notation = partner.line.status, partner.line.agreement_type.notation
    return {**data, "agreement": {"type": notation, "validity": status.validity, "words": status.sentence}}


def _partner_status(partner: Institution, index: PartnerFacetIndex) -> str:
    return index.rows[index.position[partner.pk]].partner_status


def _absolute_url(partner: Institution, request: HttpRequest) -> str:
    return f"{root_of(request)}{record_url(partner, reader_language())}"


def _page_url(request: HttpRequest, url: str) -> str | None:
    """Return the absolute URL of another page of the list as JSON; None if `url` is empty."""
    return f"{root_of(request)}{_with_format(url, 'json')}" if url else None


def _with_format(url: str, kind: str) -> str:
    return f"{url}{'&' if '?' in url else '?'}format={kind}"
