"""What the list of partners can be narrowed by. Values are language-neutral: codes of ISO 3166 and ISCED-F, notations.

Of countries and fields of study, all are known; only those that some partner has are offered.
"""

from dataclasses import dataclass, field, replace

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from partners.directory.facet_index import KNOWN, NOT_ASKED, PartnerFacetIndex, facet_index
from partners.geography import continents, countries
from partners.institutions.status import PARTNERS
from partners.models import Activity, InstitutionType, SubjectField, Unit
from portal.core import content_version
from portal.core.bilingual import GERMAN, LANGUAGES, reader_language
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
FOLLOWED = ("place", "bbox")  # come from links: nobody chooses among hundreds of places
INCLUSION = {KNOWN: _("known"), NOT_ASKED: _("not yet asked")}


@dataclass(frozen=True)
class PartnerVocabulary(Vocabulary):
    """The values, and those who have them: of one moment, so that they fit together."""

    facet_index: PartnerFacetIndex = field(kw_only=True)


def vocabulary(boxes: dict[str, FacetValue] | None = None) -> PartnerVocabulary:
    """Return every value that may stand in an address, in the reader's order. `boxes` are those of this one."""
    kept = content_version.memo(
        f"partners-facets-{reader_language()}", _read, holds=lambda it: it.facet_index is facet_index()
    )
    return replace(kept, values={**kept.values, "bbox": boxes or {}})


def _read() -> PartnerVocabulary:
    known = facet_index()
    units, subjects = _units_and_subjects()
    values = {
        "country": {code: _translated(code, countries.name) for code in countries.names(GERMAN)},
        "continent": {one: _translated(one, continents.name) for one in continents.codes()},
        "subject": subjects,
        "activity": _of_choices(Activity),
        "type": _of_choices(InstitutionType),
        "unit": {value: one for value, one in units.items() if value in known.with_values("unit")},
        "inclusion": {value: FacetValue(value, name=label) for value, label in INCLUSION.items()},
        "status": _of_choices(PARTNERS),
        "place": _places(known),
    }
    sorted_values = {facet: dict(sorted(values[facet].items(), key=lambda item: item[1].sort_key)) for facet in BY_NAME}
    return PartnerVocabulary(values | sorted_values, facet_index=known)


def _units_and_subjects() -> list[dict[str, FacetValue]]:
    """Read both in one query."""
    units = Unit.objects.order_by().values_list(Value("unit"), "public_id", "name_de", "name_en")
    code = Cast(F("code"), CharField())
    subjects = SubjectField.objects.order_by().values_list(Value("subject"), code, "name_de", "name_en")
    found: dict = {"unit": {}, "subject": {}}
    for facet, value, *names in sorted(units.union(subjects, all=True)):
        level = int(facet == "subject" and len(value) > SubjectField.BROAD)
        found[facet][value] = _named(value, names, level)
    return [found["unit"], found["subject"]]


def _named(value: str, names, level: int = 0) -> FacetValue:
    name_de, name_en = names
    return FacetValue(value, name_de, name_en, tuple(filter(None, names)), level=level)


def _translated(value: str, name) -> FacetValue:
    return _named(value, [name(value, language) for language in LANGUAGES])


def _of_choices(choices) -> dict[str, FacetValue]:
    return {one.value: FacetValue(one.value, name=one.label) for one in choices}


def _places(known: PartnerFacetIndex) -> dict[str, FacetValue]:
    found: dict[str, FacetValue] = {}
    for row in known.rows:
        value = known.place.get(row.pk)
        if value and value not in found:
            found[value] = _named(value, [_place(row, code) for code in LANGUAGES])
    return found


def _place(row, language: str) -> str:
    """Lyon, France; Singapore, Singapore, for the country is another choice; and it says so where no city is named."""
    city = getattr(row, f"city_{language}") or row.city_de
    country = countries.name(row.country, language)
    if city:
        return f"{city}, {country}"
    with override(language):
        return gettext("%(country)s (no city named)") % {"country": country}
