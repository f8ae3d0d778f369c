"""Whether applications are open: at 10 am on 21 November 2026 in Berlin, unless a test names another moment."""

from datetime import date, timedelta

import pytest
import time_machine

from programs.catalogue.availability import availability
from programs.catalogue.state import PRECEDENCE, State
from tests.factories import LifeSituationFactory, ProgramFactory

pytestmark = pytest.mark.django_db
NOW = "2026-11-21T10:00:00+01:00"
TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


def in_days(days):
    return TODAY + timedelta(days=days)


def fixed(opens, closes):
    return {
        "opens_on": None if opens is None else in_days(opens),
        "closes_on": None if closes is None else in_days(closes),
    }


@pytest.mark.parametrize(
    ("period", "state", "on"),
    [
        (fixed(-30, 30), State.OPEN, 30),
        (fixed(-30, 15), State.OPEN, 15),
        (fixed(-30, 14), State.CLOSING_SOON, 14),
        (fixed(-30, 0), State.CLOSING_SOON, 0),
        (fixed(0, 30), State.OPEN, 30),
        (fixed(None, 30), State.OPEN, 30),
        (fixed(-30, None), State.OPEN, None),
        (fixed(1, 30), State.UPCOMING, 1),
        (fixed(-30, -1), State.CLOSED, -1),
        ({"kind": "rolling"}, State.ROLLING, None),
        ({"kind": "rolling", **fixed(5, None)}, State.UPCOMING, 5),
        ({"kind": "rolling", **fixed(None, -1)}, State.CLOSED, -1),
        ({"kind": "on-request"}, State.ON_REQUEST, None),
    ],
)
def test_one_period_says_what_its_days_say(period, state, on):
    result = availability(ProgramFactory(periods=[period]))
    assert result.state == state
    assert result.on == (None if on is None else in_days(on))


def test_without_any_data_it_is_unknown_and_never_open():
    assert availability(ProgramFactory()).state == State.UNKNOWN


@pytest.mark.parametrize(("status", "state"), [("paused", State.PAUSED), ("ended", State.ENDED)])
def test_paused_and_ended_are_never_open(status, state):
    assert availability(ProgramFactory(status=status, periods=[fixed(-1, 30)])).state == state


def test_a_passed_period_hides_no_other_groups():
    refugees = LifeSituationFactory()
    program = ProgramFactory(periods=[fixed(-60, -1), {**fixed(-1, 38), "life_situations": [refugees]}])
    result = availability(program)
    assert result.state == State.OPEN
    assert result.audience == [refugees]


def test_the_nearest_deadline_of_several_is_the_one_that_is_named():
    program = ProgramFactory(periods=[{"kind": "rolling"}, fixed(-1, 40), fixed(-1, 9), fixed(-1, 5)])
    assert (availability(program).state, availability(program).days_left) == (State.CLOSING_SOON, 5)


def test_closed_with_a_later_period_reopens():
    program = ProgramFactory(periods=[fixed(-60, -30), fixed(200, 230), fixed(100, 130)])
    assert (availability(program).state, availability(program).on) == (State.REOPENS, in_days(100))


def test_closed_names_the_last_day_there_was():
    assert availability(ProgramFactory(periods=[fixed(-60, -50), fixed(-20, -10)])).on == in_days(-10)


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ("2026-11-30T22:59:59+00:00", State.CLOSING_SOON),  # 23:59:59 in Berlin
        ("2026-11-30T23:00:00+00:00", State.CLOSED),  # midnight in Berlin
        ("2026-12-01T08:59:00+09:00", State.CLOSED),  # the same day's morning in Tokyo
    ],
)
def test_a_day_ends_at_midnight_in_berlin(moment, state):
    program = ProgramFactory(periods=[{"closes_on": date(2026, 11, 30)}])
    with time_machine.travel(moment, tick=False):
        assert availability(program).state == state


def test_every_state_has_a_place_in_the_order():
    assert set(PRECEDENCE) == set(State)
