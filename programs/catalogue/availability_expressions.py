"""Availability as expressions for querysets, for lists and counts: the same rule as in `availability`.

State and day are one integer: STEP times the position of the state in `PRECEDENCE`, plus the day that matters as the
number of days since 1 January of the year 1. Of several periods the smallest integer wins: by state first, then by the
earlier day. Days of closed periods are counted backwards, since the latest one matters.

Django takes milliseconds to build and compile such expressions, so each aggregate occurs once in a query, and the
expressions of a day are kept.
"""

from datetime import date, timedelta
from functools import lru_cache

from django.db.models import Case, F, Func, IntegerField, Max, Min, OuterRef, Q, Subquery, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Mod

from portal.core.time.moment import today as berlin_today
from programs.catalogue.availability import CLOSING_SOON
from programs.catalogue.state import PRECEDENCE, State
from programs.models import EnrolmentKind, EnrolmentPeriod, Status

STEP = 10_000_000
NO_DAY = STEP - 1  # sorts after every day, as `date.max` does in Python
LAST_DAY = STEP - 2
OPENING = 4_000_000  # more than there are days in a calendar: days of opening sort after days of closing
FIRST = date(1, 1, 1)
RANKS = {state: rank for rank, state in enumerate(PRECEDENCE)}


def availability_code(today: date | None = None) -> Case:
    """Return the code of a programme on a day, by default today in Berlin: see `decoded`."""
    return _availability_code(today or berlin_today())


def deadline(today: date | None = None) -> Case:
    """Return the `deadline_key` of a programme on a day, by default today in Berlin."""
    return _deadline(today or berlin_today())


def deadline_key(code: int) -> int:
    """Return the sort key of a code: days of closing come first, then days of opening, then codes without either."""
    rank, day = divmod(code // 2, STEP)
    if day == NO_DAY or rank <= RANKS[State.ON_REQUEST]:
        return day
    return OPENING + day if rank == RANKS[State.UPCOMING] else NO_DAY


def decoded(code: int) -> tuple[State, date | None]:
    """Return the state and the day of a code."""
    smallest, has_closed = divmod(code, 2)
    state, day = PRECEDENCE[smallest // STEP], smallest % STEP
    if state == State.UPCOMING and has_closed:
        state = State.REOPENS
    if day == NO_DAY:
        return state, None
    return state, FIRST + timedelta(days=LAST_DAY - day if state == State.CLOSED else day)


@lru_cache(maxsize=2)
def _availability_code(today: date) -> Case:
    """Return twice the smallest integer of the periods, plus 1 if one of them has closed."""
    smallest = Min(_of_period(today, opening=_days("opens_on"), closed=LAST_DAY - _days("closes_on")))
    has_closed = Max(Case(When(Q(closes_on__lt=today) & ~Q(opens_on__gt=today), then=1), default=0))
    return Case(
        When(status=Status.ENDED, then=_code(State.ENDED)),
        When(status=Status.PAUSED, then=_code(State.PAUSED)),
        default=Coalesce(_by_program(smallest * 2 + has_closed), _code(State.UNKNOWN)),
        output_field=IntegerField(),
    )


@lru_cache(maxsize=2)
def _deadline(today: date) -> Case:
    opening = _days("opens_on") + OPENING
    smallest = Min(_of_period(today, opening=opening, closed=Value(NO_DAY)))
    key = Coalesce(_by_program(Mod(smallest, STEP, output_field=IntegerField())), Value(NO_DAY))
    return Case(When(status=Status.ACTIVE, then=key), default=Value(NO_DAY), output_field=IntegerField())


class _Days(Func):
    """The number of days between two dates, which PostgreSQL subtracts to an integer and Django to an interval."""

    template, arg_joiner = "(%(expressions)s)", " - "
    output_field = IntegerField()


def _days(field: str) -> _Days:
    return _Days(F(field), Value(FIRST))


def _code(state: State) -> Value:
    """Return the code of a state without a day."""
    return Value(2 * (RANKS[state] * STEP + NO_DAY))


def _by_program(aggregate: Combinable) -> Subquery:
    """Return an aggregate over the periods of a programme; NULL for one without periods."""
    periods = EnrolmentPeriod.objects.filter(program=OuterRef("pk")).order_by().values("program")
    return Subquery(periods.annotate(aggregate=aggregate).values("aggregate"))


def _of_period(today: date, *, opening: Combinable, closed: Combinable) -> Case:
    """Return the integer of a period, with these days for the states UPCOMING and CLOSED."""

    def first_of(state: State) -> Value:
        return Value(RANKS[state] * STEP)

    present = Case(
        When(kind=EnrolmentKind.ON_REQUEST, then=first_of(State.ON_REQUEST)),
        When(closes_on__lte=today + timedelta(days=CLOSING_SOON), then=first_of(State.CLOSING_SOON)),
        When(kind=EnrolmentKind.ROLLING, then=first_of(State.ROLLING)),
        When(Q(opens_on__isnull=False) | Q(closes_on__isnull=False), then=first_of(State.OPEN)),
        default=first_of(State.UNKNOWN),
    )
    return Case(
        When(opens_on__gt=today, then=first_of(State.UPCOMING) + opening),
        When(closes_on__lt=today, then=first_of(State.CLOSED) + closed),
        default=present + Coalesce(_days("closes_on"), Value(NO_DAY)),
        output_field=IntegerField(),
    )
