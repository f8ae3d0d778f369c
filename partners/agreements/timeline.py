"""The agreements with one partner over time: lane by lane, with the gaps and overlaps in each."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from django.db.models import Q

from partners.agreements.validity import last_day, superseded_on
from partners.models import BINDING, Agreement, Institution, Party
from portal.core.days import add_months
from portal.core.moment import today

DAY = timedelta(days=1)
AHEAD_MONTHS = 24  # shown of what has no end


@dataclass(frozen=True)
class Span:
    """When an agreement was, is or will be in force; `end` is inclusive and None while it goes on."""

    agreement: Agreement
    start: date
    end: date | None


@dataclass(frozen=True)
class Stretch:
    """Days between two agreements of a lane (a gap) or under both of them (an overlap); both days inclusive."""

    start: date
    end: date | None


@dataclass
class Lane:
    """The agreements of one type and one unit, the earliest first."""

    agreement_type: object
    unit: object
    spans: list[Span] = field(default_factory=list)

    @property
    def gaps(self) -> list[Stretch]:
        found, covered = [], None
        for span in self.spans:
            if covered and span.start > covered + DAY:
                found.append(Stretch(covered + DAY, span.start - DAY))
            covered = max(covered or date.min, span.end or date.max)
            if covered == date.max:
                break
        return found

    @property
    def overlaps(self) -> list[Stretch]:
        pairs = [(one, other) for at, one in enumerate(self.spans) for other in self.spans[at + 1 :]]
        return [found for one, other in pairs if (found := _overlap(one, other))]


def span_of(agreement: Agreement) -> Span | None:
    """Return the days of what was signed; None where it never came into force."""
    if agreement.stage not in BINDING or not agreement.starts_on:
        return None
    successor = superseded_on(agreement)
    ends = [last_day(agreement), successor - DAY if successor else None]
    end = min((day for day in ends if day), default=None)
    return Span(agreement, agreement.starts_on, end) if end is None or end >= agreement.starts_on else None


def lanes(institution: Institution) -> list[Lane]:
    """Return the lanes of a partner, with what those signed that became part of it: three queries."""
    parties = Party.objects.filter(Q(institution=institution) | Q(institution__successor=institution))
    left = dict(parties.order_by("left_on").values_list("agreement", "left_on"))  # None comes last and wins
    signed = Agreement.objects.filter(pk__in=left).select_related("agreement_type", "unit")
    spans = [_until(span, left[one.pk]) for one in signed.prefetch_related("successors") if (span := span_of(one))]
    found: dict = {}
    for span in sorted(spans, key=lambda span: span.start):
        one = span.agreement
        key = (one.agreement_type.position, one.agreement_type_id, one.unit_id)
        found.setdefault(key, Lane(one.agreement_type, one.unit)).spans.append(span)
    return [found[key] for key in sorted(found)]


def _until(span: Span, left_on: date | None) -> Span:
    """Return the days for who has left on a day, while the others go on."""
    ends = [day for day in (span.end, left_on) if day]
    return replace(span, end=min(ends, default=None))


def overlapping(agreement: Agreement) -> list[Agreement]:
    """Return other agreements of the same type, unit and partner that are in force on some of the same days."""
    span = span_of(agreement)
    if span is None:
        return []
    institutions = [party.institution_id for party in agreement.parties.all()]
    same = Agreement.objects.filter(
        agreement_type=agreement.agreement_type_id, unit=agreement.unit_id, parties__institution__in=institutions
    )
    others = same.exclude(pk=agreement.pk).distinct().prefetch_related("successors")
    return [one for one in others if (other := span_of(one)) and _overlap(span, other)]


def _overlap(one: Span, other: Span) -> Stretch | None:
    start = max(one.start, other.start)
    ends = [end for end in (one.end, other.end) if end]
    end = min(ends, default=None)
    return Stretch(start, end) if end is None or end >= start else None


# As a drawing ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Bar:
    """A stretch of the drawing, in thousandths of its width."""

    x: int
    width: int
    title: str
    kind: str  # "force", "gap" or "overlap"


@dataclass(frozen=True)
class Frame:
    """The days that a drawing shows."""

    first: date
    last: date

    def x(self, day: date) -> int:
        return round((day - self.first).days / max(1, (self.last - self.first).days) * 1000)

    def bar(self, start: date, end: date | None, title: str, kind: str) -> Bar:
        left, right = self.x(max(start, self.first)), self.x(min(end or self.last, self.last) + DAY)
        return Bar(left, max(2, right - left), title, kind)

    @property
    def years(self) -> list[tuple[int, int]]:
        """Return (x, year) for the beginning of each year, or of every fifth where there are many."""
        step = 1 if self.last.year - self.first.year < 15 else 5
        years = [year for year in range(self.first.year + 1, self.last.year + 1) if year % step == 0]
        return [(self.x(date(year, 1, 1)), year) for year in years]


def frame(found: list[Lane]) -> Frame:
    """Return the days from the first start to the last end, today and two years at least."""
    spans = [span for lane in found for span in lane.spans]
    first = min((span.start for span in spans), default=today())
    return Frame(first, max([add_months(today(), AHEAD_MONTHS), *(span.end for span in spans if span.end)]))


def bars(lane: Lane, shown: Frame) -> list[Bar]:
    found = [shown.bar(span.start, span.end, str(span.agreement), "force") for span in lane.spans]
    found += [shown.bar(gap.start, gap.end, "", "gap") for gap in lane.gaps]
    return found + [shown.bar(one.start, one.end, "", "overlap") for one in lane.overlaps]
