"""The facets of the list of partners. Their values are the same in both languages: codes of ISO 3166 and ISCED-F, keys.

All countries and fields of study are accepted in URLs; only those that some partner has are offered.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from django.db.models import CharField, F, TextChoices, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from partners.directory.facet_index import KNOWN, NOT_ASKED, PartnerFacetIndex, Row, facet_index
from partners.geography import continents, countries
from partners.institutions.status import PARTNERS
from partners.models import Activity, InstitutionType, SubjectField, Unit
from portal.core import content_version
from portal.core.language.bilingual import GERMAN, LANGUAGES, reader_language
from portal.finder.filters import Shape
from portal.finder.vocabulary import FacetValue, Vocabulary

LEGENDS = {
    "country": _("Country"),
    "continent": _("Continent"),
    "subject": _("Field of study"),
    "activity": _("Activity"),
    "type": _("Type of institution"),
    "unit": _("Unit of the university"),
    "inclusion": _("Inclusion there"),
    "status": _("Partnership"),
    "place": _("Place on the map"),
    "bbox": _("Part of the map"),
}
SHAPE = Shape(facets=tuple(LEGENDS), sorts=("name", "country", "newest"))
BY_NAME = ("country", "continent", "unit")
LINK_ONLY = ("place", "bbox")  # set by links from the map: there are too many places for the form
INCLUSION = {KNOWN: _("known"), NOT_ASKED: _("not yet asked")}


@dataclass(frozen=True)
class PartnerVocabulary(Vocabulary):
    """The values together with the facet index of the same moment, so that they are consistent."""

    facet_index: PartnerFacetIndex = field(kw_only=True)


def vocabulary(boxes: dict[str, FacetValue] | None = None) -> PartnerVocabulary:
    """Return every value that a URL may contain, in the reader's order. `boxes` are those of the present URL."""
    latest = content_version.memo(
        f"partners-facets-{reader_language()}", _read, holds=lambda memo: memo.facet_index is facet_index()
    )
    return replace(latest, values={**latest.values, "bbox": boxes or {}})


def _read() -> PartnerVocabulary:
    index = facet_index()
    units, subjects = _units_and_subjects()
    values = {
        "country": {code: _translated(code, countries.name) for code in countries.names(GERMAN)},
        "continent": {code: _translated(code, continents.name) for code in continents.codes()},
        "subject": subjects,
        "activity": _of_choices(Activity),
        "type": _of_choices(InstitutionType),
        "unit": {value: unit for value, unit in units.items() if value in index.bits_by_value("unit")},
        "inclusion": {value: FacetValue(value, name=label) for value, label in INCLUSION.items()},
        "status": _of_choices(PARTNERS),
        "place": _places(index),
    }
    sorted_values = {facet: dict(sorted(values[facet].items(), key=lambda item: item[1].sort_key)) for facet in BY_NAME}
    return PartnerVocabulary(values | sorted_values, facet_index=index)


def _units_and_subjects() -> list[dict[str, FacetValue]]:
    """Return the values of both facets: one query."""
    units = Unit.objects.order_by().values_list(Value("unit"), "public_id", "name_de", "name_en")
    code = Cast(F("code"), CharField())
    subjects = SubjectField.objects.order_by().values_list(Value("subject"), code, "name_de", "name_en")
    values: dict[str, dict[str, FacetValue]] = {"unit": {}, "subject": {}}
    for facet, value, *names in sorted(units.union(subjects, all=True)):
        level = int(facet == "subject" and len(value) > SubjectField.BROAD)
        values[facet][value] = _named(value, names, level)
    return [values["unit"], values["subject"]]


def _named(value: str, names: list[str], level: int = 0) -> FacetValue:
    name_de, name_en = names
    return FacetValue(value, name_de, name_en, tuple(filter(None, names)), level=level)


def _translated(value: str, name: Callable[[str, str], str]) -> FacetValue:
    """Return a value of which `name` returns the name in a language."""
    return _named(value, [name(value, language) for language in LANGUAGES])


def _of_choices(choices: Iterable[TextChoices]) -> dict[str, FacetValue]:
    return {choice.value: FacetValue(choice.value, name=choice.label) for choice in choices}


def _places(index: PartnerFacetIndex) -> dict[str, FacetValue]:
    places: dict[str, FacetValue] = {}
    for row in index.rows:
        value = index.places.get(row.pk)
        if value and value not in places:
            places[value] = _named(value, [_place_name(row, code) for code in LANGUAGES])
    return places


def _place_name(row: Row, language: str) -> str:
    """Return city and country: "Lyon, France"; also "Singapore, Singapore", to differ from the country's name."""
    city = getattr(row, f"city_{language}") or row.city_de
    country = countries.name(row.country, language)
    if city:
        return f"{city}, {country}"
    with override(language):
        return gettext("%(country)s (no city named)") % {"country": country}
