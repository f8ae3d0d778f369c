"""The coordinates of charts: bars, stacked shares, columns over time, strands. Templates draw them as SVG.

All sizes are in the units of the drawing, which stretches to the width that it has. Values are printed beside the
marks, and a table stands with each chart, so that nobody has to read a length or a colour.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

WIDTH = 100
TONES = 6  # colours of the strands
STRAND, GAP = 12, 3  # thickness and distance of strands, in a drawing with room
HEIGHT = 126  # of a drawing with many strands, which are thinner
Number = int | float | Decimal


@dataclass(frozen=True)
class Value:
    """A number to be drawn, with its words; None where there is none."""

    label: str
    number: Number | None
    text: str
    url: str = ""


@dataclass(frozen=True)
class Bar:
    label: str
    text: str
    url: str
    width: float  # of WIDTH
    is_known: bool


@dataclass(frozen=True)
class Segment:
    """A part of a stacked bar: `number` is that of its label, from 1, and `tone` that of its colour."""

    number: int
    label: str
    text: str
    percentage: int
    x: float
    width: float
    tone: int


@dataclass(frozen=True)
class Stack:
    label: str
    text: str
    segments: list[Segment]


@dataclass(frozen=True)
class Strand:
    y: float
    height: float
    tone: int


@dataclass(frozen=True)
class Strands:
    """As many strands as the number says, the last one as thin as what is left of it."""

    height: float
    strands: list[Strand]


def bars(values: Iterable[Value], largest: Number | None = None) -> list[Bar]:
    """Return bars in the given order; the largest number, of these or as given, fills the width."""
    rows = list(values)
    top = float(largest or max((row.number for row in rows if row.number is not None), default=0)) or 1.0
    return [
        Bar(row.label, row.text, row.url, round(float(row.number or 0) / top * WIDTH, 2), row.number is not None)
        for row in rows
    ]


def stack(label: str, text: str, parts: Sequence[Value]) -> Stack:
    """Return a bar of shares; parts without a number are left out, and keep their places in the order of tones."""
    numbers = [float(part.number or 0) for part in parts]
    total, x = sum(numbers) or 1.0, 0.0
    segments = []
    for place, (part, number, percentage) in enumerate(zip(parts, numbers, percentages(numbers), strict=True)):
        width = number / total * WIDTH
        if number:
            tone = place % TONES + 1
            segments.append(Segment(place + 1, part.label, part.text, percentage, round(x, 2), round(width, 2), tone))
        x += width
    return Stack(label, text, segments)


def percentages(numbers: Sequence[Number]) -> list[int]:
    """Return whole per cents that add up to 100: the largest remainders are rounded up (Hamilton); 0 without a sum."""
    total = sum(Decimal(str(number)) for number in numbers)
    if not total:
        return [0] * len(numbers)
    exact = [Decimal(str(number)) * 100 / total for number in numbers]
    whole = [int(part) for part in exact]
    remainders = sorted(range(len(exact)), key=lambda place: (whole[place] - exact[place], place))
    for place in remainders[: 100 - sum(whole)]:
        whole[place] += 1
    return whole


def strands(number: float) -> Strands:
    """Return the strands of a number of at least 0."""
    whole = int(number)
    sizes = [1.0] * whole + ([number - whole] if number - whole > 0.005 else [])
    pitch = min(STRAND + GAP, HEIGHT / max(len(sizes), 1))
    thick = pitch * STRAND / (STRAND + GAP)
    drawn = [
        Strand(round(place * pitch, 2), round(thick * size, 2), place % TONES + 1) for place, size in enumerate(sizes)
    ]
    height = drawn[-1].y + drawn[-1].height if drawn else 1
    return Strands(round(height, 2), drawn)
