"""The search “my subject”: the partners to which students of a field can go, at a level, in an academic year."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict
from django.utils.translation import gettext as _

from partners.abroad import selectors
from partners.abroad.filters import LEVELS, SubjectFilter, parse
from partners.abroad.mobility import Fit, Offer, offers
from partners.models import Agreement, Institution, SubjectField
from portal.core.language.bilingual import Text, reader_language, text
from portal.core.time.academic_year import AcademicYear, years_to_plan


@dataclass(frozen=True)
class Destination:
    """A partner with its offers, the best fit first."""

    institution: Institution
    offers: list[Offer]

    @property
    def fit(self) -> Fit:
        return self.offers[0].fit


@dataclass(frozen=True)
class Alternative:
    """Another field, level or year, with the number of partners that it leads to."""

    label: Text
    url: str
    count: int


class MySubject:
    """The results of a query, and what its form and its page show."""

    def __init__(self, query: QueryDict) -> None:
        self.fields = selectors.subject_fields()
        self.by_code = {field.code: field for field in self.fields}
        self.filter = parse(query, self.by_code)
        self._agreements = self._candidates() if self.is_asked else []
        keys = (party.institution_id for agreement in self._agreements for party in agreement.parties.all())
        self._institutions = selectors.destinations(keys) if self._agreements else {}
        self._results = self._destinations(self.filter)

    @property
    def is_asked(self) -> bool:
        """Tell whether a field was chosen."""
        return bool(self.filter.field)

    @property
    def field(self) -> SubjectField | None:
        return self.by_code.get(self.filter.field)

    @property
    def level(self) -> str:
        return str(LEVELS[self.filter.level])

    @property
    def year(self) -> AcademicYear:
        return self.filter.year

    # Results ----------------------------------------------------------------------------------------------------------

    @property
    def fitting(self) -> list[Destination]:
        return self._results[Fit.FIELD]

    @property
    def broader(self) -> list[Destination]:
        return self._results[Fit.BROADER]

    @property
    def any_field(self) -> list[Destination]:
        return self._results[Fit.ANY_FIELD]

    @property
    def without_conditions(self) -> list[Destination]:
        return self._results[Fit.NO_CONDITIONS]

    @cached_property
    def alternatives(self) -> list[Alternative]:
        """Return similar searches that have results, if this one has none for the field itself."""
        if self.fitting or not self.is_asked:
            return []
        counts = (
            (label, subject_filter, len(self._destinations(subject_filter)[Fit.FIELD]))
            for label, subject_filter in self._similar_filters()
        )
        return [Alternative(label, subject_filter.query(), count) for label, subject_filter, count in counts if count]

    def _similar_filters(self) -> list[tuple[Text, SubjectFilter]]:
        """Return with their labels the filters for broader fields, for other levels and for other years."""
        present = self.filter
        shorter = (digits for digits in (SubjectField.NARROW, SubjectField.BROAD) if digits < len(present.field))
        broader = (self.by_code.get(present.field[:digits]) for digits in shorter)
        fields = [(_with_code(field), present.having(field=field.code)) for field in broader if field]
        levels = [(str(name), present.having(level=level)) for level, name in LEVELS.items() if level != present.level]
        years = [(str(year), present.having(year=year)) for year in years_to_plan() if year != present.year]
        plain = [(Text(label, reader_language()), changed) for label, changed in (*levels, *years)]
        return [*fields, *plain]

    def _candidates(self) -> list[Agreement]:
        """Return the agreements of the broad field for all years, so that alternatives need no further query."""
        years = years_to_plan()
        broad = self.filter.field[: SubjectField.BROAD]
        return selectors.agreements_for_students(broad, years[0].first_day, years[-1].last_day)

    def _destinations(self, subject_filter: SubjectFilter) -> dict[Fit, list[Destination]]:
        """Return each partner under the best fit of its offers, sorted by name in the reader's language."""
        offers_by_partner = self._offers_by_partner(subject_filter)
        institutions = {institution.pk: institution for institution in self._institutions.values()}
        destinations: dict[Fit, list[Destination]] = {fit: [] for fit in Fit}
        for key in sorted(offers_by_partner, key=lambda key: getattr(institutions[key], f"sort_{reader_language()}")):
            destination = Destination(institutions[key], sorted(offers_by_partner[key], key=lambda offer: offer.fit))
            destinations[destination.fit].append(destination)
        return destinations

    def _offers_by_partner(self, subject_filter: SubjectFilter) -> dict[int, list[Offer]]:
        """Return the offers by key of the partner, each once even if two parties have been merged into the partner."""
        offers_by_partner: dict[int, dict] = defaultdict(dict)
        for agreement in self._agreements:
            for party, offer in offers(agreement, subject_filter.field, subject_filter.level, subject_filter.year):
                if institution := self._institutions.get(party.institution_id):
                    offers_by_partner[institution.pk][agreement, offer.condition] = offer
        return {key: list(partner_offers.values()) for key, partner_offers in offers_by_partner.items()}

    # Choices of the form ----------------------------------------------------------------------------------------------

    @property
    def choices(self) -> list[tuple[SubjectField, list[SubjectField]]]:
        """Return the broad fields, each with its narrow and detailed fields."""
        return [
            (broad, [field for field in self.fields if field.code.startswith(broad.code) and field is not broad])
            for broad in self.fields
            if len(broad.code) == SubjectField.BROAD
        ]

    @property
    def levels(self) -> list[tuple[int, str, bool]]:
        """Return (value, name, whether it is chosen) of each level."""
        return [(level, str(name), level == self.filter.level) for level, name in LEVELS.items()]

    @property
    def years(self) -> list[tuple[AcademicYear, bool]]:
        """Return each academic year and whether it is chosen."""
        return [(year, year == self.year) for year in years_to_plan()]

    @property
    def title(self) -> str:
        """Return field, level and year for the title of the page; empty without a field."""
        field = self.field
        if field is None:
            return ""
        return _("%(field)s, %(level)s, %(year)s") % {"field": field.name, "level": self.level, "year": self.year}


def _with_code(field: SubjectField) -> Text:
    """Return code and name: a broad field may have the same name as one of its narrow fields."""
    name = text(field, "name")
    return Text(f"{field.code} {name}", name.language, is_fallback=name.is_fallback)
