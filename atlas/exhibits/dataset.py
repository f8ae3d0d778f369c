"""What machines and authors need to cite the atlas: schema.org Dataset, a citation line, a data package."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from atlas.exhibits import files
from atlas.exhibits.tables import Column, Exhibit, sources_of
from atlas.models import Source
from portal.core.data import json_ld
from portal.core.language import formats
from portal.core.language.bilingual import reader_language
from portal.core.time.moment import today

FORMATS = {"csv": "text/csv", "json": "application/json"}
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
TYPES = {True: "number", False: "string"}


def sources_shown(exhibits: Iterable[Exhibit]) -> list[Source]:
    """Return the sources of some exhibits, each once."""
    return sources_of(source for exhibit in exhibits for source in exhibit.sources)


def dataset(
    title: str, description: str, exhibits: Mapping[str, Exhibit], request: HttpRequest, technique: str
) -> SafeString:
    """Return the JSON-LD of a page, with each of its tables as something to download."""
    sources = sources_shown(exhibits.values())
    return json_ld(
        {
            "@type": "Dataset",
            "name": title,
            "description": description,
            "url": files.absolute(request, request.path),
            "inLanguage": reader_language(),
            "dateModified": max((source.as_of for source in sources), default=""),
            "license": sorted({source.licence_url or str(source.licence) for source in sources}),
            "creditText": "; ".join(f"{source.name} ({source.publisher})" for source in sources),
            "isBasedOn": [_creative_work(source) for source in sources],
            "spatialCoverage": "Bochum, Dortmund, Duisburg, Essen",
            "variableMeasured": sorted({column.label for e in exhibits.values() for column in e.series}),
            "measurementTechnique": technique,
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": exhibit.title,
                    "encodingFormat": FORMATS[kind],
                    "contentUrl": files.absolute(request, path),
                }
                for exhibit in exhibits.values()
                for kind, path in exhibit.links.items()
            ],
        }
    )


def citation(title: str, what: str, exhibits: Iterable[Exhibit], request: HttpRequest) -> str:
    """Return the line with which a page can be cited: title, what it shows, sources with dates, day and address."""
    sources = "; ".join(f"{source.name}, {formats.written(source.as_of)}" for source in sources_shown(exhibits))
    return _("Science Atlas Ruhr: %(title)s. %(what)s. Data: %(sources)s. Seen on %(day)s, %(address)s") % {
        "title": title,
        "what": what,
        "sources": sources,
        "day": formats.day(today()),
        "address": files.absolute(request, request.get_full_path()),
    }


def datapackage(resources: list[Exhibit], request: HttpRequest) -> JsonResponse:
    """Return the description of the files of the atlas (Data Package 2.0)."""
    sources = sources_shown(resources)
    data = {
        "$schema": PROFILE,
        "name": "science-atlas-ruhr",
        "title": _("Science Atlas Ruhr"),
        "homepage": files.absolute(request, request.path),
        "created": f"{max((source.as_of for source in sources), default='')}",
        "sources": [
            {"title": str(source.name), "version": source.as_of, **({"path": source.url} if source.url else {})}
            for source in sources
        ],
        "licenses": [
            {"title": str(source.licence), **({"path": source.licence_url} if source.licence_url else {})}
            for source in {str(source.licence): source for source in sources}.values()
        ],
        "resources": [_resource(exhibit, request) for exhibit in resources],
    }
    headers = {**files.HEADERS, "Content-Disposition": 'attachment; filename="datapackage.json"'}
    return JsonResponse(data, headers=headers, json_dumps_params={"ensure_ascii": False, "indent": 2})


def _resource(exhibit: Exhibit, request: HttpRequest) -> dict[str, Any]:
    return {
        "name": exhibit.name.replace("_", "-"),
        "title": exhibit.title,
        "description": exhibit.description,
        "path": files.absolute(request, exhibit.links["csv"]),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": files.DELIMITER, "lineTerminator": "\r\n"},
        "schema": {"fields": [_field(column) for column in exhibit.columns], "missingValues": [""]},
    }


def _field(column: Column) -> dict[str, str]:
    mark = {"decimalChar": files.decimal_mark()} if column.is_number else {}
    unit = {"unit": column.unit} if column.unit else {}
    return {"name": column.label, "title": column.label, "type": TYPES[column.is_number], **mark, **unit}


def _creative_work(source: Source) -> dict[str, str]:
    work = {"@type": "CreativeWork", "name": str(source.name), "publisher": str(source.publisher)}
    return {**work, "dateModified": source.as_of, **({"url": source.url} if source.url else {})}
