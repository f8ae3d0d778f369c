"""PostgreSQL and Python agree on a programme's availability, at any moment and for any periods."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
import time_machine
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from programs.catalogue.availability import availability
from programs.catalogue.availability_expressions import availability_code, deadline, decoded
from programs.catalogue.state import PRECEDENCE, State
from programs.models import EnrolmentKind, EnrolmentPeriod, Program, Status
from tests.examples import some
from tests.factories import ProgramFactory

pytestmark = pytest.mark.django_db
BERLIN, UTC = ZoneInfo("Europe/Berlin"), dt.UTC
EXAMPLES = settings(derandomize=True)

# Clock changes, the turn of a year, a leap day; and the seconds around midnight, in Berlin and in UTC.
TURNS = [dt.date(2026, 3, 29), dt.date(2026, 10, 25), dt.date(2026, 12, 31), dt.date(2028, 2, 29)]
EDGES = [dt.time(0), dt.time(0, 0, 1), dt.time(1, 30), dt.time(2, 30), dt.time(22), dt.time(23), dt.time(23, 59, 59)]
moments = st.builds(
    lambda day, off, time, zone: dt.datetime.combine(day + dt.timedelta(days=off), time, zone),
    st.sampled_from(TURNS),
    st.integers(-1, 1),
    st.sampled_from(EDGES),
    st.sampled_from([BERLIN, UTC]),
)
offsets = st.none() | st.sampled_from([-400, -15, -14, -1, 0, 1, 13, 14, 15, 400]) | st.integers(-1000, 1000)
periods = st.tuples(st.sampled_from(EnrolmentKind.values), offsets, offsets)


@pytest.fixture
def program():
    return ProgramFactory()


def arranged(program, status, drawn, moment):
    """Give the programme these periods, without the validation that would reject some of them."""
    day = moment.astimezone(BERLIN).date()
    Program.objects.filter(pk=program.pk).update(status=status)
    EnrolmentPeriod.objects.filter(program=program).delete()
    EnrolmentPeriod.objects.bulk_create(
        EnrolmentPeriod(program=program, kind=kind, opens_on=_after(day, opens), closes_on=_after(day, closes))
        for kind, opens, closes in drawn
    )


def _after(day, days):
    return None if days is None else day + dt.timedelta(days=days)


@EXAMPLES
@given(moments, st.sampled_from(Status.values), st.lists(periods, max_size=4))
@example(dt.datetime(2026, 10, 25, 23, 59, 59, tzinfo=BERLIN), "active", [("fixed", None, 0)])
@example(dt.datetime(2026, 10, 25, 23, 0, 0, tzinfo=UTC), "active", [("fixed", None, -1)])
@example(dt.datetime(2026, 3, 28, 23, 0, 0, tzinfo=UTC), "active", [("fixed", 0, 0)])
@example(dt.datetime(2026, 3, 29, 12, 0, 0, tzinfo=UTC), "active", [("fixed", 3, 9), ("fixed", -9, -3)])
@example(dt.datetime(2026, 3, 29, 12, 0, 0, tzinfo=UTC), "active", [("fixed", None, None), ("fixed", -9, -3)])
def test_both_say_the_same(program, moment, status, drawn):
    arranged(program, status, drawn, moment)
    with time_machine.travel(moment, tick=False):
        expected = availability(Program.objects.get(pk=program.pk))
        annotated = Program.objects.annotate(code=availability_code()).get(pk=program.pk)
    assert decoded(annotated.code) == (expected.state, expected.on)


def test_every_state_is_met(program):
    """Otherwise the property test above would cover less than it seems to."""
    met = set()

    @settings(EXAMPLES, max_examples=400)
    @given(moments, st.sampled_from(Status.values), st.lists(periods, max_size=4))
    def look(moment, status, drawn):
        arranged(program, status, drawn, moment)
        with time_machine.travel(moment, tick=False):
            met.add(decoded(Program.objects.annotate(code=availability_code()).get(pk=program.pk).code)[0])

    look()
    assert met == set(State)


@some(0.5, derandomize=True)
@given(moments, st.lists(st.lists(periods, max_size=2), min_size=2, max_size=2))
def test_the_nearer_day_of_closing_comes_first_then_the_nearer_day_of_opening(program, moment, drawn):
    other = Program.objects.exclude(pk=program.pk).first() or ProgramFactory()
    for instance, own_periods in zip((program, other), drawn, strict=True):
        arranged(instance, "active", own_periods, moment)
    with time_machine.travel(moment, tick=False):
        places = {instance.pk: _place(availability(instance)) for instance in Program.objects.all()}
        order = list(Program.objects.order_by(deadline(), "pk").values_list("pk", flat=True))
    assume(len(set(places.values())) == 2)
    assert order == sorted(places, key=places.get)


def _place(result):
    if result.on is None or PRECEDENCE.index(result.state) > PRECEDENCE.index(State.REOPENS):
        return 2, dt.date.max
    return int(result.state in {State.UPCOMING, State.REOPENS}), result.on
