"""Which partners students of a field can go to, at a level, in an academic year: what a page shows of it."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from partners.abroad import selectors
from partners.abroad.academic_year import AcademicYear, years_to_plan
from partners.abroad.filters import LEVELS, SubjectFilter, parse
from partners.abroad.mobility import Fit, Offer, offers
from partners.models import Institution, SubjectField
from portal.core.bilingual import Text, reader_language


@dataclass(frozen=True)
class Destination:
    """A partner with what it offers, what fits best first."""

    institution: Institution
    offers: list[Offer]

    @property
    def fit(self) -> Fit:
        return self.offers[0].fit


@dataclass(frozen=True)
class Near:
    """Another field, level or year, with how many partners it leads to."""

    label: Text
    url: str
    count: int


class MySubject:
    """What a query (a QueryDict) finds."""

    def __init__(self, query):
        self.fields = selectors.subject_fields()
        self.by_code = {field.code: field for field in self.fields}
        self.filter = parse(query, self.by_code)
        self._agreements = self._candidates() if self.is_asked else []
        keys = (party.institution_id for agreement in self._agreements for party in agreement.parties.all())
        self._institutions = selectors.destinations(keys) if self._agreements else {}
        self._found = self._destinations(self.filter)

    @property
    def is_asked(self) -> bool:
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

    # What is found ----------------------------------------------------------------------------------------------------

    @property
    def fitting(self) -> list[Destination]:
        return self._found[Fit.FIELD]

    @property
    def broader(self) -> list[Destination]:
        return self._found[Fit.BROADER]

    @property
    def any_field(self) -> list[Destination]:
        return self._found[Fit.ANY_FIELD]

    @property
    def silent(self) -> list[Destination]:
        return self._found[Fit.SILENT]

    @cached_property
    def near(self) -> list[Near]:
        """Return what comes close where nothing is agreed for the field itself."""
        if self.fitting or not self.is_asked:
            return []
        counted = ((label, asked, len(self._destinations(asked)[Fit.FIELD])) for label, asked in self._neighbours())
        return [Near(label, asked.query(), count) for label, asked, count in counted if count]

    def _neighbours(self) -> list[tuple[Text, SubjectFilter]]:
        here = self.filter
        broader = (SubjectField.NARROW, SubjectField.BROAD)
        above = [here.field[:digits] for digits in broader if digits < len(here.field)]
        fields = [(_numbered(self.by_code[code]), here.having(field=code)) for code in above if code in self.by_code]
        levels = [(str(name), here.having(level=level)) for level, name in LEVELS.items() if level != here.level]
        years = [(str(year), here.having(year=year)) for year in years_to_plan() if year != here.year]
        plain = [(Text(label, reader_language()), asked) for label, asked in (*levels, *years)]
        return [*fields, *plain]

    def _candidates(self) -> list:
        """Return the agreements of the broad field for all years to plan, so that neighbours need no query."""
        years = years_to_plan()
        broad = self.filter.field[: SubjectField.BROAD]
        return selectors.agreements_for_students(broad, years[0].first_day, years[-1].last_day)

    def _destinations(self, asked: SubjectFilter) -> dict[Fit, list[Destination]]:
        """Return each partner once, under the best fit of its offers, by name in the reader's language."""
        by_partner: dict[int, dict] = defaultdict(dict)  # each offer once, though two of its parties are one by now
        for agreement in self._agreements:
            for party, offer in offers(agreement, asked.field, asked.level, asked.year):
                if institution := self._institutions.get(party.institution_id):
                    by_partner[institution.pk][agreement, offer.condition] = offer
        known = {one.pk: one for one in self._institutions.values()}
        found: dict[Fit, list[Destination]] = {fit: [] for fit in Fit}
        for key in sorted(by_partner, key=lambda key: getattr(known[key], f"sort_{reader_language()}")):
            one = Destination(known[key], sorted(by_partner[key].values(), key=lambda offer: offer.fit))
            found[one.fit].append(one)
        return found

    # What can be chosen -----------------------------------------------------------------------------------------------

    @property
    def choices(self) -> list[tuple[SubjectField, list[SubjectField]]]:
        """Return the broad fields, each with the fields that it consists of."""
        return [
            (broad, [one for one in self.fields if one.code.startswith(broad.code) and one is not broad])
            for broad in self.fields
            if len(broad.code) == SubjectField.BROAD
        ]

    @property
    def levels(self) -> list[tuple[int, str, bool]]:
        return [(level, str(name), level == self.filter.level) for level, name in LEVELS.items()]

    @property
    def years(self) -> list[tuple[AcademicYear, bool]]:
        return [(year, year == self.year) for year in years_to_plan()]

    @property
    def title(self) -> str:
        """Return what is asked, for the title of the page."""
        asked = {"field": self.field.name, "level": self.level, "year": self.year}
        return _("%(field)s, %(level)s, %(year)s") % asked if self.is_asked else ""


def _numbered(field: SubjectField) -> Text:
    """Return code and name: a broad field may be called as one of those that it consists of."""
    return Text(f"{field.code} {field.name}", field.name.language, is_fallback=field.name.is_fallback)
