"""Interwoven strands as SVG: every identifier has its own braid, and always the same one.

A braid is a row of columns. In each column some neighbouring strands change places.
Pairs that start on an even lane send the falling strand over the rising one, pairs on
an odd lane the rising over the falling; by that rule alone every strand passes over,
under, over, under for its whole length, whichever pairs the identifier picks.

Colours, widths and the gap at a crossing belong to the style sheet: the SVG only says
`ink-1` … `ink-6`, `ink-0` (a strand that steps back) and `gap` (the ground colour).
"""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256

LANE = 20  # distance between two neighbouring strands
COLUMN = 40  # length of one crossing
INKS = 6
FALL = f"c{LANE} 0 {LANE} {LANE} {COLUMN} {LANE}"
RISE = f"c{LANE} 0 {LANE}-{LANE} {COLUMN}-{LANE}"


@lru_cache(maxsize=2048)
def weave(identifier: str, strands: int = 5, columns: int = 6, lit: int = 0, gather: bool = False) -> str:
    """Return the braid of `identifier` as decorative inline SVG.

    strands: from 1, beyond six their colours repeat; columns: from 1, one crossing long each.
    lit: the one strand (from 1) that keeps its colour; 0 lights them all.
    gather: strands lie apart at the start and entwine more and more towards the end.
    The identifier is only ever hashed: nothing of it reaches the page.
    """
    chance = _chances(identifier)
    inks = _shuffled(chance, strands)
    order = list(range(strands))
    whole = [f"M0 {_lane_y(lane)}" for lane in order]
    bridges = ["" for _ in order]  # once more, on top: the stretches that pass over
    gaps = ""

    for column in range(columns):
        eagerness = (column + 1) / columns if gather else 0.8
        crossing = {lane for lane in range(column % 2, strands - 1, 2) if next(chance) < eagerness}
        for lane, strand in enumerate(order):
            whole[strand] += FALL if lane in crossing else RISE if lane - 1 in crossing else f"h{COLUMN}"
        for lane in sorted(crossing):
            falling, rising = order[lane], order[lane + 1]
            upper, start, curve = (falling, lane, FALL) if lane % 2 == 0 else (rising, lane + 1, RISE)
            gaps += f"M{column * COLUMN} {_lane_y(start)}{curve}"
            bridges[upper] += f"M{column * COLUMN - 1} {_lane_y(start)}h1{curve}h1"  # longer than its gap: no seam
            order[lane], order[lane + 1] = rising, falling

    shown = [ink if lit in (0, strand + 1) else 0 for strand, ink in enumerate(inks)]
    paths = [_path(f"ink-{ink}", line) for ink, line in zip(shown, whole, strict=True)]
    paths += [_path("gap", gaps)]
    paths += [_path(f"ink-{ink}", line) for ink, line in zip(shown, bridges, strict=True) if line]
    size = f"0 0 {columns * COLUMN} {strands * LANE}"
    attributes = 'aria-hidden="true" focusable="false" preserveAspectRatio="xMidYMid slice"'
    return f'<svg class="weave" viewBox="{size}" {attributes}>{"".join(paths)}</svg>'


def _chances(identifier: str) -> Iterator[float]:
    """Yield numbers in [0, 1) that depend on nothing but the identifier."""
    block = identifier.encode()
    while True:
        block = sha256(block).digest()
        yield from (byte / 256 for byte in block)


def _shuffled(chance: Iterator[float], strands: int) -> list[int]:
    """Return an ink for each strand; no ink comes again before all were used."""
    inks: list[int] = []
    while len(inks) < strands:
        inks += sorted(range(1, INKS + 1), key=lambda _ink: next(chance))
    return inks[:strands]


def _lane_y(lane: int) -> int:
    return lane * LANE + LANE // 2


def _path(name: str, line: str) -> str:
    return f'<path class="{name}" d="{line}"/>'
