"""What the list of programmes can be narrowed by.

The values of all facets are read in one query and kept until published content changes.
"""

from hashlib import sha256

from django.contrib.postgres.fields import ArrayField
from django.db.models import CharField, Exists, F, OuterRef, Q, Value
from django.utils.translation import gettext_lazy as _

from partners.models import Unit
from portal.core import content_version
from portal.core.languages import LANGUAGE_NAMES
from portal.core.letters import slug_of, sort_key
from portal.core.visibility import has_visibility, public
from portal.finder.filters import Shape
from portal.finder.vocabulary import FacetValue, Vocabulary
from programs.availability import State
from programs.models import CostOption, Kind, LifeSituation, Mode, Phase, Place, Program

RELATIONS = {"situation": "life_situations", "kind": "kinds", "phase": "phases", "mode": "modes"}
CONCEPTS = {"situation": LifeSituation, "kind": Kind, "phase": Phase, "mode": Mode}
LEGENDS = {
    "situation": _("Life situation"),
    "kind": _("Kind of offer"),
    "phase": _("Study phase"),
    "language": _("Advice given in"),
    "mode": _("Mode of study"),
    "place": _("Place"),
    "cost": _("Cost"),
    "availability": _("Availability"),
    "unit": _("Responsible unit"),
}
SHAPE = Shape(facets=tuple(LEGENDS), sorts=("deadline", "name"))
FREE = "free"


def condition(facet: str, keys) -> Q:
    """Return the condition that a programme has a value of a facet; `keys` stand for the values in the database.

    Availability has none: see `programs.counting`. EXISTS and not IN: for it, PostgreSQL chooses between looking up a
    few programmes and hashing many.
    """
    if facet in CONCEPTS:
        table, column = through(facet)
        return Q(Exists(table.objects.filter(**{f"{column}__in": keys}, program_id=OuterRef("pk"))))
    if facet == "cost":
        costs = CostOption.objects.filter(program=OuterRef("pk"))
        return Q(Exists(costs)) & ~Q(Exists(costs.exclude(amount=0)))
    if facet == "place":
        return Q(Exists(Place.objects.filter(name_de__in=keys, program=OuterRef("pk"))))
    return Q(service_languages__overlap=keys) if facet == "language" else Q(responsible_unit__in=keys)


def through(facet: str):
    """Return the table between programmes and the concepts of a facet, and its column of concepts."""
    return getattr(Program, RELATIONS[facet]).through, f"{CONCEPTS[facet]._meta.model_name}_id"


def vocabulary() -> Vocabulary:
    """Return every value that may stand in an address. None tells of a programme that is not public."""
    return content_version.memo("facets", _read)


def _read() -> Vocabulary:
    values: dict[str, dict[str, FacetValue]] = {facet: {} for facet in SHAPE.facets}
    values["language"] = {code: FacetValue(code, (code,), name=name) for code, name in LANGUAGE_NAMES}
    values["cost"] = {FREE: FacetValue(FREE, (FREE,), name=_("free of charge"))}
    values["availability"] = {state.value: FacetValue(state.value, (state,), name=state.label) for state in State}
    for facet, key, value, name_de, name_en, synonyms_de, synonyms_en, _position in sorted(_rows(), key=_in_order):
        if facet == "place":
            _add_place(values["place"], name_de, name_en)
            continue
        words = tuple(word for word in (name_de, name_en, *synonyms_de, *synonyms_en) if word)
        values[facet][value] = FacetValue(value, (key,), name_de, name_en, words)
    return Vocabulary(values, by_name=("place", "unit"))


def _add_place(places: dict[str, FacetValue], name_de: str, name_en: str):
    """Places that are written almost alike have one value."""
    value = slug_of(name_de, fallback=sha256(name_de.encode()).hexdigest()[:8])
    known = places.get(value)
    keys = (*known.keys, name_de) if known and name_de not in known.keys else (known.keys if known else (name_de,))
    places[value] = FacetValue(value, keys, known.name_de if known else name_de, (known and known.name_en) or name_en)


def _rows():
    """Read all vocabularies, the places and the units in one query."""
    used = public(Program.objects.all()).order_by()
    places = Place.objects.filter(Exists(used.filter(pk=OuterRef("program"))))
    units = Unit.objects.filter(Exists(used.filter(responsible_unit=OuterRef("pk"))))
    parts = [_of(facet, _concepts(model), "notation", position=F("position")) for facet, model in CONCEPTS.items()]
    parts.append(_of("unit", units, "public_id"))
    parts.append(_of("place", places, "name_de", key=Value(0)).distinct())
    return parts[0].union(*parts[1:], all=True)


def _in_order(row):
    *_columns, position = row
    return position, sort_key(row[3]), row[3]


def _concepts(model):
    rows = model.objects.all()
    return public(rows) if has_visibility(model) else rows


def _of(facet: str, rows, value: str, *, key=None, position=None):
    """Return the values of one facet in the columns that all facets share."""
    nothing = Value([], output_field=ArrayField(CharField()))
    has_synonyms = facet in CONCEPTS
    return rows.order_by().values_list(
        Value(facet),
        key or F("pk"),
        F(value),
        F("name_de"),
        F("name_en"),
        F("synonyms_de") if has_synonyms else nothing,
        F("synonyms_en") if has_synonyms else nothing,
        position or Value(0),
    )
