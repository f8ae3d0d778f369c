"""Loads the science atlas: its figures with their sources, fields, places and measures."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from atlas import models
from partners.models import Institution
from portal.core.models import Identified
from portal.demo.loading import matching
from portal.demo.loading.content import columns, files

NAMED = ("public_id", "name_*")
SOURCE = (*NAMED, "publisher_*", "as_of", "note_*", "url", "licence_*", "licence_url")
MEASURE = (*NAMED, "notation", "unit_*", "counting", "level", "decimals", "method_*", "position")
INDICATOR = (*NAMED, "calculation", "version", "valid_from", "formula_*", "reading_*", "limits_*", "position")
# What tells one figure from another.
ABOUT = ("institution_id", "city_id", "field_id", "measure_id", "first_year", "last_year", "source_id")
INSTITUTION = (*NAMED, "kind", "founding_year", "website", "source_*", "note_*")


def load() -> dict[str, int]:
    """Create what is missing and return how many of each. Figures are recognised by what they are about."""
    loaders: dict[str, Callable[[], int]] = {
        "cities": lambda: _create(models.City, "city", (*NAMED, "notation", "position", "map_x", "map_y")),
        "sources": lambda: _create(models.Source, "source", SOURCE),
        "fields of research": _fields,
        "measures": _measures,
        "indices": lambda: _create(models.IndicatorDefinition, "indicator", INDICATOR),
        "research institutions": _institutions,
        "figures": _figures,
    }
    return {name: loader() for name, loader in loaders.items()}


def _rows(name: str) -> list[dict]:
    return next(file[name] for file in files("atlas") if name in file)


def _create(model: type[Identified], name: str, names: tuple[str, ...]) -> int:
    missing_rows = matching.missing(model, _rows(name))
    for row in missing_rows:
        model._default_manager.create(**columns(row, *names))
    return len(missing_rows)


def _fields() -> int:
    missing_rows = matching.missing(models.ResearchField, _rows("field"))
    for row in missing_rows:  # a field comes after its parent
        parent = models.ResearchField.objects.get(code=row["parent"]) if "parent" in row else None
        names = (*NAMED, "code", "scheme", "is_residual")
        models.ResearchField.objects.create(parent=parent, **columns(row, *names))
    return len(missing_rows)


def _measures() -> int:
    missing_rows = matching.missing(models.Measure, _rows("measure"))
    for row in missing_rows:  # a total comes before its parts
        total = models.Measure.objects.get(notation=row["parts_of"]) if "parts_of" in row else None
        models.Measure.objects.create(parts_of=total, **columns(row, *MEASURE))
    return len(missing_rows)


def _institutions() -> int:
    missing_rows = matching.missing(models.ResearchInstitution, _rows("institution"))
    cities, partners = _by_key(models.City, "city"), matching.by_key(Institution, "institution")
    for row in missing_rows:
        record = models.ResearchInstitution(
            institution=partners.get(row.get("institution", "")), **columns(row, *INSTITUTION)
        )
        sites = enumerate(row["cities"])
        record.sites.set([models.ResearchSite(city=cities[key], sort_order=place) for place, key in sites])
        record.save()
    return len(missing_rows)


def _figures() -> int:
    """Create the missing figures at once: saved singly, they would take longer than all the rest."""
    existing = set(models.Observation.objects.values_list(*ABOUT))
    related = _related()
    figures = [figure for row in _rows("observation") for figure in _figures_of(row, related)]
    missing = [figure for figure in figures if tuple(getattr(figure, name) for name in ABOUT) not in existing]
    models.Observation.objects.bulk_create(missing)
    return len(missing)


def _figures_of(row: dict, related: dict[str, dict]) -> Iterator[models.Observation]:
    source = related["source"][row["source"]]
    values = row.get("values") or {None: row["value"]}
    for code, value in values.items():
        yield models.Observation(
            institution=related["institution"].get(row.get("institution")),
            city=related["city"].get(row.get("city")),
            measure=related["measure"][row["measure"]],
            field=related["field"][code] if code else None,
            first_year=row["period"][0],
            last_year=row["period"][1],
            value=Decimal(value),
            status=row["status"],
            source=source,
            taken_on=source.as_of,
            **columns(row, "note_*"),
        )


def _related() -> dict[str, dict]:
    """Return what figures refer to, by its key in the files."""
    return {
        "institution": _by_key(models.ResearchInstitution, "institution"),
        "city": _by_key(models.City, "city"),
        "source": _by_key(models.Source, "source"),
        "measure": {measure.notation: measure for measure in models.Measure.objects.all()},
        "field": {field.code: field for field in models.ResearchField.objects.all()},
    }


def _by_key(model: type[Identified], name: str) -> dict:
    keys = {row["public_id"]: row["key"] for row in _rows(name)}
    return {keys[record.public_id]: record for record in model._default_manager.filter(public_id__in=keys)}
