"""Every record has its own braid, which is always the same."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.weave import COLUMN, LANE, weave

sizes = st.tuples(st.integers(1, 8), st.integers(1, 24))
LINE = re.compile(r'<path class="(?:ink-\d)" d="M0 (\d+)((?:h40|c20 0 20-?[ ]?20 40-?[ ]?20)+)"/>')


@given(st.text(), sizes)
def test_the_same_identifier_always_gives_the_same_braid(identifier, size):
    braid = weave(identifier, *size)
    weave.cache_clear()
    assert weave(identifier, *size) == braid


def test_different_identifiers_give_different_braids():
    braids = {weave(f"record{number}", columns=24) for number in range(200)}
    assert len(braids) == 200


@given(st.text(), sizes, st.booleans())
def test_every_strand_runs_the_whole_length_and_ends_on_a_lane_of_its_own(identifier, size, gather):
    strands, columns = size
    ends = []
    for start, line in LINE.findall(weave(identifier, strands, columns, gather=gather)):
        stretches = re.findall(r"h40|c20 0 20-20 40-20|c20 0 20 20 40 20", line)
        assert len(stretches) == columns
        rise = sum({"h": 0, "-": -LANE, " ": LANE}[piece[0] if piece[0] == "h" else piece[8]] for piece in stretches)
        ends.append(int(start) + rise)
    assert sorted(ends) == [lane * LANE + LANE // 2 for lane in range(strands)]


@pytest.mark.parametrize("identifier", ["tandem00", "x4mp1e0a", "start"])
def test_a_strand_that_passed_over_passes_under_next(identifier):
    """Along each strand over- and undercrossings alternate, as in a real braid."""
    strands, columns = 6, 40
    over = [[] for _ in range(strands)]
    order = list(range(strands))
    for column, crossing in enumerate(crossings(weave(identifier, strands, columns), columns)):
        assert all(lane % 2 == column % 2 for lane in crossing)
        for lane in crossing:
            falls_over = lane % 2 == 0
            over[order[lane]].append(falls_over)
            over[order[lane + 1]].append(not falls_over)
            order[lane], order[lane + 1] = order[lane + 1], order[lane]
    for strand in over:
        assert all(first != second for first, second in pairwise(strand))


def crossings(drawn, columns):
    """Return for each column the upper lanes of its crossings, read from the gaps in the drawing."""
    gaps = re.search(r'class="gap" d="([^"]*)"', drawn)[1]
    lanes = [set() for _ in range(columns)]
    for x, y, direction in re.findall(r"M(\d+) (\d+)c20 0 20(-| )", gaps):
        start = (int(y) - LANE // 2) // LANE
        lanes[int(x) // COLUMN].add(start if direction == " " else start - 1)
    return lanes


def test_one_strand_can_be_lit_and_the_others_step_back():
    inks = re.findall(r'<path class="ink-(\d)" d="M0 ', weave("principle", strands=6, lit=3))
    assert [ink != "0" for ink in inks] == [False, False, True, False, False, False]


def test_it_is_decoration_that_assistive_technology_passes_over():
    assert 'aria-hidden="true"' in weave("anything")


@given(st.text())
def test_nothing_of_the_identifier_reaches_the_page(identifier):
    assert re.fullmatch(
        r'<svg [a-zA-Z0-9="\- ]+>(<path class="[a-z0-9-]+" d="[Mhc0-9 -]*"/>)+</svg>', weave(identifier)
    )
