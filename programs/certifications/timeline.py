"""The coordinates of a drawing of all certifications over the years."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from partners.models import Unit
from portal.core import parts
from portal.core.time.edtf import first_day, last_day
from programs.certifications.status import NEVER, CertificateStatus
from programs.models import Certification, CertificationScheme

WIDTH = 1000  # of the drawing, in its own units
MOST_STEPS = 6  # between the years that label the drawing
MIN_WIDTH = 6  # of a bar


@dataclass(frozen=True)
class Bar:
    """The validity of a certification, up to the edge without an end; `tone` is "current", "earlier" or "upcoming"."""

    certification: Certification
    x: int
    width: int
    tone: str


@dataclass(frozen=True)
class Row:
    """The certifications of one holder and one scheme."""

    scheme: CertificationScheme
    unit: Unit | None
    bars: list[Bar]


class Timeline:
    """All certifications from the `first` year to the `last`: `rows` are drawn, `table` lists all by their begin."""

    def __init__(self, certifications: Iterable[Certification], day: date) -> None:
        drawable = parts.each(certifications, _with_days)
        self.table = sorted(drawable, key=lambda certification: (certification.begin, certification.sort_de))
        self.day = day
        begins = [first_day(certification.begin) for certification in self.table]
        ends = [last_day(end) for certification in self.table if (end := certification.end) and end != NEVER]
        self.first = min([begin.year for begin in begins], default=day.year)
        last = max([day.year, *(end.year for end in ends)]) + 1
        self.step = -(-(last - self.first) // MOST_STEPS)
        self.last = self.first + self.step * -(-(last - self.first) // self.step)  # at a whole step
        self.rows = self._rows()

    @property
    def today(self) -> int:
        """Return the x of the day."""
        return self._x(self.day)

    @property
    def years(self) -> list[tuple[int, int]]:
        """Return the years that label the drawing, at even distances, each with its x."""
        return [(year, self._x(date(year, 1, 1))) for year in range(self.first, self.last + 1, self.step)]

    def _rows(self) -> list[Row]:
        groups: dict[tuple[int, int | None], list[Certification]] = {}
        for certification in self.table:
            holder = certification.unit.pk if certification.unit else certification.holder_institution_id
            groups.setdefault((certification.scheme_id, holder), []).append(certification)
        rows = [
            Row(group[0].scheme, group[0].unit, [self._bar(certification) for certification in group])
            for group in groups.values()
        ]
        return sorted(rows, key=lambda row: (row.bars[0].x, row.scheme.name))

    def _bar(self, certification: Certification) -> Bar:
        start = first_day(certification.begin)
        end = last_day(certification.end) if certification.end else date(self.last, 1, 1)
        x = self._x(start)
        width = max(self._x(max(end, start)) - x, MIN_WIDTH)
        tone = {CertificateStatus.EARLIER: "earlier", CertificateStatus.UPCOMING: "upcoming"}.get(
            certification.certificate_status, "current"
        )
        return Bar(certification, x, width, tone)

    def _x(self, day: date) -> int:
        begin, end = date(self.first, 1, 1), date(self.last, 1, 1)
        return round((min(max(day, begin), end) - begin).days / (end - begin).days * WIDTH)


def _with_days(certification: Certification) -> Certification:
    """Return the certification; raises ValueError where its begin or end is no day, month or year."""
    first_day(certification.begin)
    if certification.end:
        last_day(certification.end)
    return certification
