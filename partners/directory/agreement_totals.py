"""What each partner has of its present agreements, and how many there are in all: one query for any number."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from partners.agreements.presence import PRESENT, by_owner, for_parties, with_owners
from partners.agreements.validity import NOW_IN_FORCE, Validity, with_validity
from partners.models import Agreement, SubjectField, Unit
from portal.core.visibility import public


@dataclass
class Signed:
    """`named` are the codes of ISCED-F in the agreements, `subjects` those and all that they are part of.

    `newest` is the first day of the newest one.
    """

    named: set[str] = field(default_factory=set)
    subjects: set[str] = field(default_factory=set)
    activities: set[str] = field(default_factory=set)
    units: set[str] = field(default_factory=set)
    in_force: int = 0
    newest: date = date.min

    def add(self, starts_on: date, activities, units, codes) -> None:
        self.newest = max(self.newest, starts_on)
        self.activities.update(activities)
        self.units.update(units)
        self.named.update(codes)
        self.subjects.update(code[:digits] for code in codes for digits in range(SubjectField.BROAD, len(code) + 1))


@dataclass(frozen=True)
class Official:
    """The counts of `partners.reporting` on this day; institutions that no reader may see are counted, too."""

    partners: int
    agreements: int
    agreements_in: dict[str, int]  # by country; one with partners in two of them counts in both

    @property
    def countries(self) -> int:
        return len(self.agreements_in)


def signed(day: date) -> tuple[dict[int, Signed], Official]:
    """Return by institution what it has, or what those have that became part of it; and the official counts."""
    found: dict[int, Signed] = defaultdict(Signed)
    partners, agreements, agreements_in = set(), 0, Counter()
    for validity, starts_on, activities, unit, further, codes, owned in _agreements(day):
        countries = {party["owner"]: party["country"] for party in owned}
        theirs = {owner: for_parties(Validity(validity), left, day) for owner, left in by_owner(owned).items()}
        for owner in [owner for owner, one in theirs.items() if one in PRESENT]:
            found[owner].add(starts_on, activities, [unit, *further], codes)
        bound = {owner for owner, one in theirs.items() if one in NOW_IN_FORCE}
        for owner in bound:
            found[owner].in_force += 1
        partners |= bound
        agreements += bool(bound)
        agreements_in.update({countries[owner] for owner in bound})
    return found, Official(len(partners), agreements, dict(agreements_in))


def _agreements(day: date):
    """Return what is in force or signed for later, with its parties and what the filters ask of it."""
    further = Unit.objects.filter(agreements_shared=OuterRef("pk")).order_by().values("public_id")
    subjects = SubjectField.objects.filter(agreements=OuterRef("pk")).order_by().values("code")
    present = with_validity(public(Agreement.objects.order_by()), day).filter(validity_on_day__in=PRESENT)
    found = with_owners(present.annotate(further=ArraySubquery(further), codes=ArraySubquery(subjects)))
    columns = ("validity_on_day", "starts_on", "activities", "unit__public_id", "further", "codes", "owned")
    return found.values_list(*columns)
