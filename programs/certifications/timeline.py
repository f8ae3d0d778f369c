"""Certifications along the years, as the numbers of a drawing: the template only writes them down."""

from dataclasses import dataclass
from datetime import date

from portal.core.edtf import first_day, last_day
from programs.certifications.status import CertificateStatus

WIDTH = 1000  # of the drawing, in its own units
STEPS = 6  # between the years that are written above it, at most
LEAST = 6  # width of what lasted hardly any time


@dataclass(frozen=True)
class Bar:
    """A stretch of validity: `tone` is "current", "earlier" or "upcoming"; without an end it reaches the edge."""

    certification: object
    x: int
    width: int
    tone: str


@dataclass(frozen=True)
class Row:
    """What one holder has had of one scheme."""

    scheme: object
    unit: object
    bars: list[Bar]


class Timeline:
    """All certifications from the first year to the last; `rows` in the order of schemes, `table` by beginning."""

    def __init__(self, certifications: list, day: date):
        self.table = sorted(certifications, key=lambda one: (one.begin, one.sort_de))
        self.day = day
        ends = [last_day(one.end) for one in self.table if one.end and one.end != "0001"]
        self.first = min([first_day(one.begin).year for one in self.table], default=day.year)
        last = max([day.year, *(end.year for end in ends)]) + 1
        self.step = -(-(last - self.first) // STEPS)
        self.last = self.first + self.step * -(-(last - self.first) // self.step)  # so that the years stand evenly
        self.rows = self._rows()

    @property
    def today(self) -> int:
        return self._x(self.day)

    @property
    def years(self) -> list[tuple[int, int]]:
        """Return some years and where each begins, from the first to the last, at even distances."""
        return [(year, self._x(date(year, 1, 1))) for year in range(self.first, self.last + 1, self.step)]

    def _rows(self) -> list[Row]:
        rows: dict[tuple, list] = {}
        for one in self.table:
            holder = one.unit.pk if one.unit else one.holder_institution_id
            rows.setdefault((one.scheme_id, holder), []).append(one)
        made = [Row(found[0].scheme, found[0].unit, [self._bar(one) for one in found]) for found in rows.values()]
        return sorted(made, key=lambda row: (row.bars[0].x, row.scheme.name))

    def _bar(self, one) -> Bar:
        start = first_day(one.begin)
        end = last_day(one.end) if one.end else date(self.last, 1, 1)
        x = self._x(start)
        width = max(self._x(max(end, start)) - x, LEAST)
        tone = {CertificateStatus.EARLIER: "earlier", CertificateStatus.UPCOMING: "upcoming"}.get(
            one.certificate_status, "current"
        )
        return Bar(one, x, width, tone)

    def _x(self, day: date) -> int:
        begin, end = date(self.first, 1, 1), date(self.last, 1, 1)
        return round((min(max(day, begin), end) - begin).days / (end - begin).days * WIDTH)
