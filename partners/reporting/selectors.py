"""The report for any day: partners, agreements and countries as they were on that day, with the names of that day."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _

from partners.agreements.signature_names import NamesOn
from partners.geography import countries
from partners.institutions.status import present_parties
from partners.mobility_numbers.selectors import MobilityTable, of_agreements
from partners.models import Agreement, AgreementType, EventKind, Institution, InstitutionEvent, Unit
from portal.accounts.models import User
from portal.core.language import formats
from portal.core.language.letters import sort_key
from portal.core.time.academic_year import academic_year


@dataclass(frozen=True)
class Line:
    """One line of a table: the number of agreements, and of the different partners in them."""

    label: str
    agreements: int
    partners: int


@dataclass(frozen=True)
class Partner:
    """A partner on the day of the report, with its number of agreements."""

    name: str  # on that day
    country: str
    agreements: int


@dataclass(frozen=True)
class Row:
    """One party of an agreement that was in force; all columns but the country are keys."""

    agreement: int
    agreement_type: int
    unit: int
    institution: int  # the one that the party had been merged into by that day, or the party itself
    country: str


class Report:
    """What was in force on `day`, a whole day in Berlin. Nine queries for any number of agreements."""

    def __init__(self, day: date) -> None:
        self.day = day

    @property
    def rule(self) -> str:
        """Return the rule by which it was counted, which is shown beside the numbers."""
        return _(
            "Counted on %(day)s: agreements that were signed and in force on that day, the last day included; those "
            "without a fixed end and those that go on by themselves count until they were ended or replaced. Partners "
            "are the institutions that were party to one of them, each counted once, as they were called and merged "
            "on that day. Cooperation without an agreement has no dates and is not counted."
        ) % {"day": formats.day_in_words(self.day)}

    @property
    def agreements(self) -> int:
        return len({row.agreement for row in self._rows})

    @property
    def partners(self) -> int:
        return len({row.institution for row in self._rows})

    @property
    def countries(self) -> int:
        return len({row.country for row in self._rows})

    @property
    def by_type(self) -> list[Line]:
        names = {agreement_type.pk: str(agreement_type) for agreement_type in AgreementType.objects.all()}
        return self._lines(lambda row: names[row.agreement_type])

    @property
    def by_unit(self) -> list[Line]:
        names = {unit.pk: str(unit) for unit in Unit.objects.all()}
        return self._lines(lambda row: names[row.unit])

    @property
    def by_country(self) -> list[Line]:
        return self._lines(lambda row: countries.name(row.country))

    @cached_property
    def partner_list(self) -> list[Partner]:
        """Return the partners with their names on that day, sorted by name."""
        agreements = defaultdict(set)
        for row in self._rows:
            agreements[row.institution].add(row.agreement)
        names = NamesOn(self.day)
        partners = [
            Partner(names.name(institution), countries.name(institution.country), len(agreements[institution.pk]))
            for institution in (self._institutions[key] for key in agreements)
        ]
        return sorted(partners, key=lambda partner: sort_key(partner.name))

    @cached_property
    def mobility(self) -> MobilityTable:
        """Return who went, up to the academic year of that day, under all agreements."""
        return of_agreements(Agreement.objects.all(), until=academic_year(self.day))

    def _lines(self, label_of: Callable[[Row], str]) -> list[Line]:
        """Return the rows counted by label, sorted by it."""
        agreements, partners = defaultdict(set), defaultdict(set)
        for row in self._rows:
            label = label_of(row)
            agreements[label].add(row.agreement)
            partners[label].add(row.institution)
        lines = [Line(label, len(keys), len(partners[label])) for label, keys in agreements.items()]
        return sorted(lines, key=lambda line: sort_key(line.label))

    @cached_property
    def _institutions(self) -> dict[int, Institution]:
        columns = ("name_de", "name_en", "country")
        return Institution.objects.only(*columns).in_bulk()

    @cached_property
    def _rows(self) -> list[Row]:
        columns = ("agreement", "agreement__agreement_type", "agreement__unit", "institution")
        parties = present_parties(self.day).order_by().values_list(*columns)
        successors = self._successors()
        return [
            self._row(agreement, agreement_type, unit, successors.get(institution, institution))
            for agreement, agreement_type, unit, institution in parties
        ]

    def _row(self, agreement: int, agreement_type: int, unit: int, institution: int) -> Row:
        return Row(agreement, agreement_type, unit, institution, self._institutions[institution].country)

    def _successors(self) -> dict[int, int]:
        """Return by key of each institution merged by that day the one that it was finally merged into by then."""
        mergers = InstitutionEvent.objects.filter(kind=EventKind.MERGED, on__lte=self.day)
        merged_into = dict(mergers.values_list("institution", "other"))
        return {key: _last_successor(merged_into, key) for key in merged_into}


def _last_successor(merged_into: dict[int, int], key: int) -> int:
    """Return the institution at the end of a chain of mergers."""
    while key in merged_into:
        key = merged_into[key]
    return key


def may_read(user: User | AnonymousUser) -> bool:
    """Tell whether the user may read all agreements, which the report counts."""
    return any(user.has_perm(f"partners.{action}_agreement") for action in ("view", "change"))
