"""The facets of the programme list.

The values of all facets are read in one query and kept in memory until published content changes.
"""

from dataclasses import replace
from hashlib import sha256
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import CharField, Exists, F, Model, OuterRef, QuerySet, Value
from django.utils.translation import gettext_lazy as _

from partners.models import Unit
from portal.core import content_version
from portal.core.language.choices import LANGUAGE_NAMES
from portal.core.language.letters import slug_of, sort_key
from portal.core.visibility import has_visibility, public
from portal.finder.filters import Shape
from portal.finder.vocabulary import FacetValue, Vocabulary
from programs.catalogue.state import State
from programs.models import Kind, LifeSituation, Mode, Phase, Place, Program

RELATIONS = {"situation": "life_situations", "kind": "kinds", "phase": "phases", "mode": "modes"}
CONCEPTS = {"situation": LifeSituation, "kind": Kind, "phase": Phase, "mode": Mode}
LEGENDS = {
    "situation": _("Life situation"),
    "kind": _("Kind of offer"),
    "phase": _("Study phase"),
    "language": _("Advice given in"),
    "teaching": _("Taught in"),
    "mode": _("Mode of study"),
    "place": _("Place"),
    "cost": _("Cost"),
    "availability": _("Availability"),
    "unit": _("Responsible unit"),
}
SHAPE = Shape(facets=tuple(LEGENDS), sorts=("deadline", "name"), ranking="situation")
FREE = "free"


def through(facet: str) -> type[Model]:
    """Return the model of the table between programmes and the concepts of a facet."""
    return getattr(Program, RELATIONS[facet]).through


def place_value(name: str) -> str:
    """Return the value of a place in addresses. Names with the same slug have the same value."""
    return slug_of(name, fallback=sha256(name.encode()).hexdigest()[:8])


def vocabulary() -> Vocabulary:
    """Return every value that is valid in an address. Places and units are those of public programmes only."""
    return content_version.memo("programs-facets", _read)


def _read() -> Vocabulary:
    values: dict[str, dict[str, FacetValue]] = {facet: {} for facet in SHAPE.facets}
    for facet in ("language", "teaching"):
        values[facet] = {code: FacetValue(code, name=name) for code, name in LANGUAGE_NAMES}
    values["cost"] = {FREE: FacetValue(FREE, name=_("free of charge"))}
    values["availability"] = {state.value: FacetValue(state.value, name=state.label) for state in State}
    for facet, value, name_de, name_en, synonyms_de, synonyms_en, _position in sorted(_rows(), key=_sort_key):
        if facet == "place":
            _add_place(values["place"], name_de, name_en)
            continue
        words = tuple(word for word in (name_de, name_en, *synonyms_de, *synonyms_en) if word)
        values[facet][value] = FacetValue(value, name_de, name_en, words)
    return Vocabulary(values, by_name=("place", "unit"))


def _add_place(places: dict[str, FacetValue], name_de: str, name_en: str) -> None:
    """Add a place: of names with the same slug, the first German and the first English one are shown."""
    value = place_value(name_de)
    place = places.get(value, FacetValue(value, name_de))
    places[value] = replace(place, name_en=place.name_en or name_en)


def _rows() -> QuerySet[Any, tuple]:
    """Return the values of all facets with the columns of `_columns`: one query."""
    programs = public(Program.objects.all()).order_by()
    places = Place.objects.filter(Exists(programs.filter(pk=OuterRef("program"))))
    units = Unit.objects.filter(Exists(programs.filter(responsible_unit=OuterRef("pk"))))
    parts = [_columns(facet, _concepts(model), "notation", position=F("position")) for facet, model in CONCEPTS.items()]
    parts.append(_columns("unit", units, "public_id"))
    parts.append(_columns("place", places, "name_de").distinct())
    return parts[0].union(*parts[1:], all=True)


def _sort_key(row: tuple) -> tuple[int, str, str]:
    _facet, _value, name_de, *_rest, position = row
    return position, sort_key(name_de), name_de


def _concepts(model: type[Model]) -> QuerySet:
    concepts = model._default_manager.all()
    return public(concepts) if has_visibility(model) else concepts


def _columns(facet: str, queryset: QuerySet, value: str, *, position: F | None = None) -> QuerySet[Any, tuple]:
    """Return facet, value, names, synonyms and position; facets without synonyms or positions have empty ones."""
    nothing = Value([], output_field=ArrayField(CharField()))
    has_synonyms = facet in CONCEPTS
    return queryset.order_by().values_list(
        Value(facet),
        F(value),
        F("name_de"),
        F("name_en"),
        F("synonyms_de") if has_synonyms else nothing,
        F("synonyms_en") if has_synonyms else nothing,
        position or Value(0),
    )
