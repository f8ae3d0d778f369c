"""Availability as PostgreSQL computes it, for lists and counts. `availability` says the same of one programme.

Both answers travel in one whole number, the code: ten million times the place of the state in `PRECEDENCE`, plus
the day that matters, counted from 1 January of the year 1. Of several periods the smallest one wins, by the state first
and by the nearer day then. Days of closed periods count backwards, because the last one is what is named.

The day is a parameter: what "today" is in Berlin, only `portal.core.moment` knows.
"""

from datetime import date, timedelta

from django.db.models import F, Func, IntegerField

from portal.core.moment import today as berlin_today
from programs.catalogue.availability import CLOSING_SOON, PRECEDENCE, State
from programs.models import EnrolmentKind, EnrolmentPeriod, Status

STEP = 10_000_000  # more than there are days in a calendar
NO_DAY = STEP - 1  # sorts behind every day, as `date.max` does in Python
LAST_DAY = STEP - 2
FIRST = date(1, 1, 1)
RANKS = {state: rank for rank, state in enumerate(PRECEDENCE)}

# `{program}` and `{status}` are columns, `{today}` is a date; the rest are numbers of ours.
CODE = """
CASE {status}
WHEN '{ended_status}' THEN {ended} * {step} + {no_day}
WHEN '{paused_status}' THEN {paused} * {step} + {no_day}
ELSE coalesce((
  SELECT min(code)
    + CASE WHEN min(code) / {step} = {upcoming} AND bool_or(code / {step} = {closed})
      THEN ({reopens} - {upcoming}) * {step} ELSE 0 END
  FROM (
    SELECT CASE
      WHEN opens_on > {today} THEN {upcoming} * {step} + (opens_on - DATE '0001-01-01')
      WHEN closes_on < {today} THEN {closed} * {step} + {last_day} - (closes_on - DATE '0001-01-01')
      ELSE coalesce(closes_on - DATE '0001-01-01', {no_day}) + {step} * CASE
        WHEN kind = '{on_request_kind}' THEN {on_request}
        WHEN closes_on - {today} <= {soon} THEN {closing_soon}
        WHEN kind = '{rolling_kind}' THEN {rolling}
        WHEN opens_on IS NOT NULL OR closes_on IS NOT NULL THEN {open}
        ELSE {unknown} END
      END AS code
    FROM {periods} WHERE program_id = {program}
  ) AS periods
), {unknown} * {step} + {no_day}) END
"""


def code_sql(program: str, status: str, today: str) -> str:
    """Return the SQL of the code; the arguments are SQL too: two columns and an expression for the day."""
    return CODE.format(
        program=program,
        status=status,
        today=today,
        periods=EnrolmentPeriod._meta.db_table,
        step=STEP,
        no_day=NO_DAY,
        last_day=LAST_DAY,
        soon=CLOSING_SOON,
        ended_status=Status.ENDED.value,
        paused_status=Status.PAUSED.value,
        on_request_kind=EnrolmentKind.ON_REQUEST.value,
        rolling_kind=EnrolmentKind.ROLLING.value,
        **{state.name.lower(): rank for state, rank in RANKS.items()},
    )


def deadline_key(code: int) -> int:
    """Return what to sort by: the next day of closing, then of opening; what has none comes last."""
    day = code % STEP
    if day == NO_DAY or code >= (RANKS[State.REOPENS] + 1) * STEP:
        return 2 * STEP
    return day if code < (RANKS[State.ON_REQUEST] + 1) * STEP else STEP + day


def deadline_sql(code: str) -> str:
    """Return `deadline_key` in SQL."""
    day = f"mod({code}, {STEP})"
    last_to_close, last_to_open = (f"{(RANKS[state] + 1) * STEP}" for state in (State.ON_REQUEST, State.REOPENS))
    return (
        f"CASE WHEN {day} = {NO_DAY} OR {code} >= {last_to_open} THEN {2 * STEP} "
        f"WHEN {code} < {last_to_close} THEN {day} ELSE {STEP} + {day} END"
    )


class AvailabilityCode(Func):
    """The code of a programme, as an expression for querysets."""

    output_field = IntegerField()

    def __init__(self, today: date | None = None):
        super().__init__(F("pk"), F("status"))
        self.today = today or berlin_today()

    def as_sql(self, compiler, connection, **options):
        (program, _none), (status, _none) = (compiler.compile(one) for one in self.get_source_expressions())
        return code_sql(program, status, f"DATE '{self.today.isoformat()}'"), []


class Deadline(AvailabilityCode):
    """What lists of programmes sort by: see `deadline_sql`. The code is worked out once for each."""

    def as_sql(self, compiler, connection, **options):
        code, params = super().as_sql(compiler, connection, **options)
        return f"(SELECT {deadline_sql('code')} FROM (SELECT {code} AS code OFFSET 0) AS one)", params


def decoded(code: int) -> tuple[State, date | None]:
    """Return the state and the day of a code."""
    state, day = PRECEDENCE[code // STEP], code % STEP
    if day == NO_DAY:
        return state, None
    return state, FIRST + timedelta(days=LAST_DAY - day if state == State.CLOSED else day)
