"""The filtered list as data: a page of it as JSON, all of it as GeoJSON or CSV. Public columns only."""

import csv
from collections.abc import Iterator
from itertools import islice

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import override

from partners.directory.facet_index import PartnerFacetIndex
from partners.directory.finder import PartnerFinder
from partners.geography import countries
from partners.institutions.data import brief, degrees
from partners.institutions.status import PartnerStatus
from partners.maps.places import point_of
from partners.models import Institution
from portal.core.addresses import root_of
from portal.core.bilingual import reader_language, text
from portal.core.data import as_json
from portal.core.indexes import record_url
from portal.core.moment import today
from portal.core.spreadsheets import safe_cell
from portal.core.visibility import public

HEADERS = {"X-Robots-Tag": "noindex"}
NOWHERE = {"latitude": None, "longitude": None}
AT_A_TIME = 1000  # institutions that are read together
COLUMNS = (
    "public_id",
    *("name_de", "name_en", "name_original", "original_lang", "abbreviation", "slug_de", "slug_en"),
    *("institution_type", "country", "city_de", "city_en", "latitude", "longitude", "precision", "website"),
)


def links(finder: PartnerFinder) -> list[tuple[str, str]]:
    """Return (name, address) of each form in which the list can be had."""
    return [(name, _as(finder.url(finder.filter), kind)) for kind, name in NAMES.items()]


def page_as_json(finder: PartnerFinder, request) -> HttpResponse:
    """Answer with the page of the list that was asked for."""
    return as_json(
        {
            "as_of": today().isoformat(),
            "total": finder.count,
            "countries": finder.country_count,
            "page": finder.page.number,
            "pages": finder.page.paginator.num_pages,
            "previous": _step(request, finder.previous_url),
            "next": _step(request, finder.next_url),
            "partners": [_with_line(one, _partner(one, finder.facet_index, request)) for one in finder.page],
        }
    )


def all_as_geojson(finder: PartnerFinder, request) -> HttpResponse:
    """Answer with those that have a place (RFC 7946); `without_place` says how many have none."""
    points = {row.pk: point for row in finder.everybody if (point := point_of(row))}
    features = [
        {
            "type": "Feature",
            "id": one.public_id,
            "geometry": {"type": "Point", "coordinates": [points[one.pk][1], points[one.pk][0]]},
            "properties": _partner(one, finder.facet_index, request),
        }
        for one in _read([key for key in finder.keys if key in points])
    ]
    data = {"type": "FeatureCollection", "as_of": today().isoformat(), "without_place": finder.count - len(points)}
    response = as_json({**data, "features": features})
    response.headers["Content-Type"] = "application/geo+json"
    return response


def all_as_csv(finder: PartnerFinder, request) -> StreamingHttpResponse:
    """Answer line by line, so that German Excel opens it: UTF-8 with a mark, semicolons, CRLF."""
    filename = f"{_('partners')}-{today().isoformat()}.csv"
    headers = {**HEADERS, "Content-Disposition": f'attachment; filename="{filename}"'}
    lines = _lines(finder, request, reader_language())
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)


NAMES = {"csv": "CSV", "json": "JSON", "geojson": "GeoJSON"}
WRITERS = {"csv": all_as_csv, "json": page_as_json, "geojson": all_as_geojson}


class _Echo:
    """A file that gives back what is written."""

    def write(self, line: str) -> str:
        return line


def _lines(finder: PartnerFinder, request, language: str) -> Iterator[str]:
    writer = csv.writer(_Echo(), delimiter=";", lineterminator="\r\n")
    yield "\ufeff"
    with override(language):
        yield writer.writerow(_headings())
    waiting = iter(finder.keys)
    while keys := list(islice(waiting, AT_A_TIME)):
        with override(language):
            lines = [writer.writerow(_cells(one, finder.facet_index, request)) for one in _read(keys)]
        yield "".join(lines)


def _headings() -> list[str]:
    return [
        *(_("Identifier"), _("Name (German)"), _("Name (English)"), _("Original name"), _("Type of institution")),
        *(_("Country code"), _("Country"), _("City"), _("Latitude"), _("Longitude"), _("Precision")),
        *(_("Partnership"), _("Agreements in force"), _("Activities"), _("Fields of study (ISCED-F 2013)")),
        *(_("Website"), _("Address")),
    ]


def _cells(one: Institution, known: PartnerFacetIndex, request) -> list:
    theirs = known.of(one.pk)
    cells = [
        *(one.public_id, one.name_de, one.name_en, one.name_original, one.institution_type),
        *(one.country, countries.name(one.country), str(text(one, "city"))),
        *(one.latitude, one.longitude, one.precision),
        *(_partner_status(one, known), theirs.in_force, ", ".join(sorted(theirs.activities))),
        *(", ".join(sorted(theirs.named)), one.website, _address(one, request)),
    ]
    return [safe_cell(cell) for cell in cells]


def _read(keys) -> list[Institution]:
    """Return the institutions with these keys that readers may see, in their order."""
    found = public(Institution.objects.filter(pk__in=keys)).only(*COLUMNS).in_bulk()
    return [found[key] for key in keys if key in found]


def _partner(one: Institution, known: PartnerFacetIndex, request) -> dict:
    theirs = known.of(one.pk)
    return {
        **brief(one),
        "url": _address(one, request),
        **(degrees(one) or NOWHERE),
        "precision": one.precision,
        "partnership": _partner_status(one, known),
        "agreements_in_force": theirs.in_force,
        "activities": sorted(theirs.activities),
        "subjects": sorted(theirs.named),
    }


def _with_line(one: Institution, data: dict) -> dict:
    """Add the agreement that the list tells of; None where nothing was signed."""
    if one.line is None:
        return {**data, "agreement": None}
    said, notation = one.line.said, one.line.agreement_type.notation
    return {**data, "agreement": {"type": notation, "validity": said.validity, "words": said.sentence}}


def _partner_status(one: Institution, known: PartnerFacetIndex) -> PartnerStatus:
    return known.rows[known.position[one.pk]].partner_status


def _address(one: Institution, request) -> str:
    return f"{root_of(request)}{record_url(one, reader_language())}"


def _step(request, url: str) -> str | None:
    """Return the absolute address of another page of the list, as data."""
    return f"{root_of(request)}{_as(url, 'json')}" if url else None


def _as(url: str, kind: str) -> str:
    return f"{url}{'&' if '?' in url else '?'}format={kind}"
