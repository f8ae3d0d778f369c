"""How many people went and were agreed, by academic year, group and direction: for agreements and for institutions.

Counted are the years for which somebody has entered a number. Where only who went was entered, the agreed number is
that of the conditions which hold in that year; where these name none either, it is unknown and not 0.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet
from django.utils.functional import Promise

from partners.models import Agreement, Condition, Direction, Institution, MobilityGroup, MobilityNumber
from portal.core.time.academic_year import AcademicYear


@dataclass
class Count:
    """Numbers of people; None where nobody knows."""

    agreed: int | None = None
    actual: int | None = None

    def add(self, agreed: int | None, actual: int | None) -> None:
        self.agreed, self.actual = _sum(self.agreed, agreed), _sum(self.actual, actual)


@dataclass
class Line:
    """One group of people in one academic year, or in all of them."""

    group: Promise
    year: AcademicYear | None = None
    outgoing: Count = field(default_factory=Count)
    incoming: Count = field(default_factory=Count)

    def count(self, direction: str) -> Count:
        return self.outgoing if direction == Direction.OUTGOING else self.incoming


@dataclass(frozen=True)
class MobilityTable:
    """The lines by year, the latest first, and one line for each group with the totals."""

    lines: list[Line]
    totals: list[Line]

    def __bool__(self) -> bool:
        return bool(self.lines)


def of_agreement(agreement: Agreement) -> MobilityTable:
    """Return the numbers of one agreement: two queries."""
    return of_agreements(Agreement.objects.filter(pk=agreement.pk))


def of_institution(institution: Institution) -> MobilityTable:
    """Return the numbers of all agreements with an institution, or with one that was merged into it: two queries.

    Those of an agreement with several partners count for each of them.
    """
    owns = Q(parties__institution=institution) | Q(parties__institution__successor=institution)
    return of_agreements(Agreement.objects.filter(owns).order_by())


def of_agreements(agreements: QuerySet[Agreement], until: AcademicYear | None = None) -> MobilityTable:
    """Return the numbers of some agreements, up to an academic year: two queries for any number of agreements."""
    numbers = MobilityNumber.objects.filter(agreement__in=agreements.values("pk")).order_by("-year", "pk")
    if until:
        numbers = numbers.filter(year__lte=until.begins_in)
    return _table(list(numbers))


def _table(numbers: list[MobilityNumber]) -> MobilityTable:
    conditions = _conditions({number.agreement_id for number in numbers if number.agreed is None})
    lines: dict[tuple[int, int], Line] = {}
    totals: dict[int, Line] = {}
    for number in numbers:
        group, rank = MobilityGroup(number.group), list(MobilityGroup).index(MobilityGroup(number.group))
        agreed = _agreed(number, conditions[number.agreement_id]) if number.agreed is None else number.agreed
        line = lines.setdefault((-number.year, rank), Line(group.label, AcademicYear(number.year)))
        for counted in (line, totals.setdefault(rank, Line(group.label))):
            counted.count(number.direction).add(agreed, number.actual)
    return MobilityTable([lines[key] for key in sorted(lines)], [totals[key] for key in sorted(totals)])


def _conditions(agreements: Iterable[int]) -> dict[int, list[Condition]]:
    """Return the conditions that name persons, by agreement."""
    by_agreement: dict[int, list[Condition]] = defaultdict(list)
    columns = ("agreement_id", "direction", "activity", "persons", "first_year", "last_year")
    for condition in Condition.objects.filter(agreement__in=agreements, persons__isnull=False).only(*columns):
        by_agreement[condition.agreement_id].append(condition)
    return by_agreement


def _agreed(number: MobilityNumber, conditions: list[Condition]) -> int | None:
    """Return the places that the conditions name for these people in this year, or None if they name none."""
    year, activities = AcademicYear(number.year), MobilityGroup(number.group).activities
    fitting = [condition for condition in conditions if condition.activity in activities and condition.covers(year)]
    places = [condition.persons for condition in fitting if condition.direction == number.direction]
    return sum(filter(None, places)) if places else None


def _sum(first: int | None, second: int | None) -> int | None:
    return second if first is None else first if second is None else first + second
