"""Partners, agreements and countries on any day: counted as things were then, under the names of then."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from partners.agreements.signature_names import NamesOn
from partners.geography import countries
from partners.institutions.status import present_parties
from partners.models import AgreementType, EventKind, Institution, InstitutionEvent, Unit
from portal.core import formats
from portal.core.letters import sort_key


@dataclass(frozen=True)
class Line:
    """One line of a table: how many agreements, and with how many different partners."""

    label: str
    agreements: int
    partners: int


@dataclass(frozen=True)
class Partner:
    name: str  # on that day
    country: str
    agreements: int


@dataclass(frozen=True)
class Row:
    """One partner of one agreement that was in force."""

    agreement: int
    agreement_type: int
    unit: int
    institution: int  # the one that it belonged to on that day
    country: str


class Report:
    """What was in force on `day`, the whole day in Berlin. Seven queries, whatever there is."""

    def __init__(self, day: date):
        self.day = day

    @property
    def rule(self) -> str:
        """Return how it was counted: stands beside the numbers."""
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
        names = {one.pk: str(one) for one in AgreementType.objects.all()}
        return self._lines(lambda row: names[row.agreement_type])

    @property
    def by_unit(self) -> list[Line]:
        names = {one.pk: str(one) for one in Unit.objects.all()}
        return self._lines(lambda row: names[row.unit])

    @property
    def by_country(self) -> list[Line]:
        return self._lines(lambda row: countries.name(row.country))

    @cached_property
    def partner_list(self) -> list[Partner]:
        """Return every partner under the name of that day, sorted by it."""
        agreements = defaultdict(set)
        for row in self._rows:
            agreements[row.institution].add(row.agreement)
        names = NamesOn(self.day)
        found = [
            Partner(names.name(self._institutions[key]), countries.name(self._institutions[key].country), len(signed))
            for key, signed in agreements.items()
        ]
        return sorted(found, key=lambda partner: sort_key(partner.name))

    def _lines(self, label_of) -> list[Line]:
        agreements, partners = defaultdict(set), defaultdict(set)
        for row in self._rows:
            label = label_of(row)
            agreements[label].add(row.agreement)
            partners[label].add(row.institution)
        lines = [Line(label, len(found), len(partners[label])) for label, found in agreements.items()]
        return sorted(lines, key=lambda line: sort_key(line.label))

    @cached_property
    def _institutions(self) -> dict[int, Institution]:
        columns = ("name_de", "name_en", "country")
        return Institution.objects.only(*columns).in_bulk()

    @cached_property
    def _rows(self) -> list[Row]:
        columns = ("agreement", "agreement__agreement_type", "agreement__unit", "institution")
        found = present_parties(self.day).order_by().values_list(*columns)
        belonged = self._belonged_to()
        return [self._row(*keys, belonged.get(institution, institution)) for *keys, institution in found]

    def _row(self, agreement, agreement_type, unit, institution) -> Row:
        return Row(agreement, agreement_type, unit, institution, self._institutions[institution].country)

    def _belonged_to(self) -> dict[int, int]:
        """Return what each institution that had been merged by that day had become part of."""
        merged = InstitutionEvent.objects.filter(kind=EventKind.MERGED, on__lte=self.day)
        into = dict(merged.values_list("institution", "other"))
        return {key: _end_of(into, key) for key in into}


def _end_of(into: dict[int, int], key: int) -> int:
    """Follow mergers of mergers to the last one."""
    while key in into:
        key = into[key]
    return key


def may_read(user) -> bool:
    """Tell whether somebody may read all agreements: the report counts them all."""
    return any(user.has_perm(f"partners.{action}_agreement") for action in ("view", "change"))
