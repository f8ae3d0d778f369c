"""The present agreements, summed up for each partner and for all of them: one query for any number."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet

from partners.agreements.presence import PRESENT, last_days_by_owner, validity_for_parties, with_owners
from partners.agreements.validity import NOW_IN_FORCE, Validity
from partners.agreements.validity_sql import with_validity
from partners.models import Agreement, SubjectField, Unit
from portal.core.visibility import public


@dataclass
class AgreementTotals:
    """What the present agreements of one partner have together.

    `subject_codes` are the codes of ISCED-F 2013 in the agreements, `subjects` those with all broader fields. `units`
    holds public identifiers, `in_force` the number of agreements in force, `newest` the latest first day.
    """

    subject_codes: set[str] = field(default_factory=set)
    subjects: set[str] = field(default_factory=set)
    activities: set[str] = field(default_factory=set)
    units: set[str] = field(default_factory=set)
    in_force: int = 0
    newest: date = date.min

    def add(self, starts_on: date, activities: list[str], units: list[str], codes: list[str]) -> None:
        """Add a present agreement, whether or not it is in force yet."""
        self.newest = max(self.newest, starts_on)
        self.activities.update(activities)
        self.units.update(units)
        self.subject_codes.update(codes)
        self.subjects.update(code[:digits] for code in codes for digits in range(SubjectField.BROAD, len(code) + 1))


@dataclass(frozen=True)
class OfficialCounts:
    """The counts of `partners.reporting` on the same day, which include institutions that are not public."""

    partners: int
    agreements: int
    agreements_in: dict[str, int]  # by country; an agreement with partners in two countries counts in both

    @property
    def countries(self) -> int:
        return len(self.agreements_in)


def agreement_totals(day: date) -> tuple[dict[int, AgreementTotals], OfficialCounts]:
    """Return the totals by the key of each owner of agreements (see `partners.agreements.presence`), and the counts."""
    totals: dict[int, AgreementTotals] = defaultdict(AgreementTotals)
    partners, agreements, agreements_in = set(), 0, Counter()
    for validity, starts_on, activities, unit, further, codes, owners in _agreements(day):
        validities = {
            owner: validity_for_parties(Validity(validity), last_days, day)
            for owner, last_days in last_days_by_owner(owners).items()
        }
        for owner in _owners_with(PRESENT, validities):
            totals[owner].add(starts_on, activities, [unit, *further], codes)
        in_force_for = _owners_with(NOW_IN_FORCE, validities)
        for owner in in_force_for:
            totals[owner].in_force += 1
        partners |= in_force_for
        agreements += bool(in_force_for)
        agreements_in.update({party["country"] for party in owners if party["owner"] in in_force_for})
    return totals, OfficialCounts(len(partners), agreements, dict(agreements_in))


def _owners_with(wanted: tuple[Validity, ...], validities: dict[int, Validity]) -> set[int]:
    return {owner for owner, validity in validities.items() if validity in wanted}


def _agreements(day: date) -> QuerySet:
    """Return the columns of every agreement in force or signed for later, with its units, fields and owners."""
    further = Unit.objects.filter(agreements_shared=OuterRef("pk")).order_by().values("public_id")
    subjects = SubjectField.objects.filter(agreements=OuterRef("pk")).order_by().values("code")
    present = with_validity(public(Agreement.objects.order_by()), day).filter(validity_on_day__in=PRESENT)
    annotated = with_owners(present.annotate(further=ArraySubquery(further), codes=ArraySubquery(subjects)))
    columns = ("validity_on_day", "starts_on", "activities", "unit__public_id", "further", "codes", "owners")
    return annotated.values_list(*columns)
