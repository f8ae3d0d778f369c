"""The agreements with one partner over time: in lanes, with the gaps and overlaps of each lane."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import combinations

from django.db.models import Q

from partners.agreements.validity import last_day, superseded_on
from partners.models import Agreement, AgreementType, Institution, Party, Unit
from portal.core.time.days import add_months
from portal.core.time.moment import today

DAY = timedelta(days=1)
AHEAD_MONTHS = 24  # the drawing extends at least so far beyond today


@dataclass(frozen=True)
class Span:
    """The days on which an agreement is in force; `end` is inclusive, and None where no end is known."""

    agreement: Agreement
    start: date
    end: date | None


@dataclass(frozen=True)
class Stretch:
    """The days between two agreements of a lane (a gap) or covered by both (an overlap), both ends inclusive."""

    start: date
    end: date | None


@dataclass
class Lane:
    """The agreements of one type and one unit, the earliest first."""

    agreement_type: AgreementType
    unit: Unit
    spans: list[Span] = field(default_factory=list)

    @property
    def gaps(self) -> list[Stretch]:
        gaps, covered_until = [], None
        for span in self.spans:
            if covered_until and span.start > covered_until + DAY:
                gaps.append(Stretch(covered_until + DAY, span.start - DAY))
            covered_until = max(covered_until or date.min, span.end or date.max)
            if covered_until == date.max:
                break
        return gaps

    @property
    def overlaps(self) -> list[Stretch]:
        return [overlap for first, second in combinations(self.spans, 2) if (overlap := _overlap(first, second))]


def span_of(agreement: Agreement) -> Span | None:
    """Return the days on which an agreement is in force, or None if it never was and never will be."""
    start = agreement.starts_on
    if start is None or not agreement.is_binding:
        return None
    successor = superseded_on(agreement)
    ends = [last_day(agreement), successor - DAY if successor else None]
    end = min((day for day in ends if day), default=None)
    return Span(agreement, start, end) if end is None or end >= start else None


def lanes(institution: Institution) -> list[Lane]:
    """Return the lanes of a partner, including the agreements of institutions merged into it: three queries."""
    parties = Party.objects.filter(Q(institution=institution) | Q(institution__successor=institution))
    left_on = dict(parties.order_by("left_on").values_list("agreement", "left_on"))  # None is sorted last and wins
    agreements = Agreement.objects.filter(pk__in=left_on).select_related("agreement_type", "unit")
    spans = [
        _until(span, left_on[agreement.pk])
        for agreement in agreements.prefetch_related("successors")
        if (span := span_of(agreement))
    ]
    lanes_by_key: dict[tuple[int, int, int], Lane] = {}
    for span in sorted(spans, key=lambda span: span.start):
        agreement = span.agreement
        key = (agreement.agreement_type.position, agreement.agreement_type_id, agreement.unit_id)
        lanes_by_key.setdefault(key, Lane(agreement.agreement_type, agreement.unit)).spans.append(span)
    return [lanes_by_key[key] for key in sorted(lanes_by_key)]


def _until(span: Span, left_on: date | None) -> Span:
    """Return the part of a span up to the day on which a party left the agreement."""
    ends = [day for day in (span.end, left_on) if day]
    return replace(span, end=min(ends, default=None))


def overlapping(agreement: Agreement) -> list[Agreement]:
    """Return the other agreements of the same type, unit and partner that cover some of the same days."""
    span = span_of(agreement)
    if span is None:
        return []
    institutions = [party.institution_id for party in agreement.parties.all()]
    similar = Agreement.objects.filter(
        agreement_type=agreement.agreement_type_id, unit=agreement.unit_id, parties__institution__in=institutions
    )
    others = similar.exclude(pk=agreement.pk).distinct().prefetch_related("successors")
    return [other for other in others if (other_span := span_of(other)) and _overlap(span, other_span)]


def _overlap(first: Span, second: Span) -> Stretch | None:
    start = max(first.start, second.start)
    ends = [end for end in (first.end, second.end) if end]
    end = min(ends, default=None)
    return Stretch(start, end) if end is None or end >= start else None


# As a drawing ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Bar:
    """A bar of the drawing, in thousandths of its width."""

    x: int
    width: int
    title: str
    kind: str  # "force", "gap" or "overlap"


@dataclass(frozen=True)
class Frame:
    """The first and the last day that a drawing shows."""

    first: date
    last: date

    def x(self, day: date) -> int:
        """Return the position of a day, in thousandths of the width."""
        return round((day - self.first).days / max(1, (self.last - self.first).days) * 1000)

    def bar(self, start: date, end: date | None, title: str, kind: str) -> Bar:
        """Return the bar for some days, both inclusive, cut off at the edges of the frame."""
        left, right = self.x(max(start, self.first)), self.x(min(end or self.last, self.last) + DAY)
        return Bar(left, max(2, right - left), title, kind)

    @property
    def years(self) -> list[tuple[int, int]]:
        """Return (x, year) for the first day of each year, or of every fifth year if the frame is long."""
        step = 1 if self.last.year - self.first.year < 15 else 5
        years = [year for year in range(self.first.year + 1, self.last.year + 1) if year % step == 0]
        return [(self.x(date(year, 1, 1)), year) for year in years]


def frame(lanes: list[Lane]) -> Frame:
    """Return the days from the earliest start to the latest end, and at least to two years from today."""
    spans = [span for lane in lanes for span in lane.spans]
    first = min((span.start for span in spans), default=today())
    return Frame(first, max([add_months(today(), AHEAD_MONTHS), *(span.end for span in spans if span.end)]))


def bars(lane: Lane, shown: Frame) -> list[Bar]:
    """Return the bars of a lane: its agreements, then its gaps and overlaps."""
    return [
        *(shown.bar(span.start, span.end, str(span.agreement), "force") for span in lane.spans),
        *(shown.bar(gap.start, gap.end, "", "gap") for gap in lane.gaps),
        *(shown.bar(overlap.start, overlap.end, "", "overlap") for overlap in lane.overlaps),
    ]
