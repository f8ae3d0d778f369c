"""Whether one can apply now, computed from the enrolment periods.

A day lasts until 23:59:59 in Berlin. Without data the state is "unknown", never "open". A period that has passed does
not hide the open period of another group. Lists, detail pages, the home page and filters all use this module.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from portal.core.time.moment import today as berlin_today
from programs.catalogue import wording
from programs.catalogue.state import EXPECTED_STATES, OPEN_STATES, PRECEDENCE, State
from programs.models import EnrolmentKind, EnrolmentPeriod, Entry, LifeSituation, Program, Status

CLOSING_SOON = 14  # days


TONES = {
    State.CLOSING_SOON: "soon",
    State.OPEN: "open",
    State.ROLLING: "rolling",
    State.ON_REQUEST: "rolling",
    State.UPCOMING: "upcoming",
    State.REOPENS: "upcoming",
}


@dataclass(frozen=True)
class Availability:
    """The state of a programme or period. `on` is the next date that matters: the last day to apply, or the first.

    `entry`, one of `Entry`, tells whether one applies or registers.
    """

    state: State
    on: date | None = None
    days_left: int | None = None
    period: EnrolmentPeriod | None = None
    entry: str = Entry.APPLY

    @property
    def label(self) -> str:
        """Return the state for a badge, with the people for whom alone it is true."""
        return wording.badge(self.state, self.days_left, self.audience)

    @property
    def label_of_period(self) -> str:
        """Return the state for a badge below a heading that says whom the period is for."""
        return wording.badge(self.state, self.days_left)

    @property
    def heading(self) -> str:
        """Return what stands above `on`, like "Apply by"."""
        return wording.heading(self.state, self.entry)

    @property
    def tone(self) -> str:
        """Return the CSS modifier of the badge."""
        return TONES.get(self.state, "shut")

    @cached_property
    def audience(self) -> list[LifeSituation]:
        """Return the life situations of the period; an empty list means that it is for everybody."""
        return list(self.period.life_situations.all()) if self.period else []

    @property
    def sentence(self) -> str:
        """Return the date in words, like "until 30 November 2026", or "" without a date."""
        return wording.sentence(self.state, self.on, self.days_left, self.audience)

    @property
    def is_open(self) -> bool:
        """Tell whether one can apply, as far as is known."""
        return self.state in OPEN_STATES

    @property
    def is_expected(self) -> bool:
        return self.state in EXPECTED_STATES


def availability(program: Program, today: date | None = None) -> Availability:
    """Return the availability of a programme on a day; `today` defaults to the day in Berlin."""
    return replace(_of_program(program, today), entry=program.main_kind.entry)


def _of_program(program: Program, today: date | None) -> Availability:
    if program.status == Status.ENDED:
        return Availability(State.ENDED)
    if program.status == Status.PAUSED:
        return Availability(State.PAUSED)
    states = [of_period(period, today) for period in program.enrolment_periods.all()]
    if not states:
        return Availability(State.UNKNOWN)
    best = min(states, key=lambda availability: (PRECEDENCE.index(availability.state), availability.on or date.max))
    closed = [availability for availability in states if availability.state == State.CLOSED]
    if best.state == State.UPCOMING and closed:
        return Availability(State.REOPENS, best.on, best.days_left, best.period)
    return max(closed, key=lambda availability: availability.on or date.min) if best.state == State.CLOSED else best


def of_period(period: EnrolmentPeriod, today: date | None = None) -> Availability:
    """Return the availability of one period alone."""
    today = today or berlin_today()
    if period.opens_on and today < period.opens_on:
        return Availability(State.UPCOMING, period.opens_on, (period.opens_on - today).days, period)
    if period.closes_on and period.closes_on < today:
        return Availability(State.CLOSED, period.closes_on, None, period)
    days_left = (period.closes_on - today).days if period.closes_on else None
    return Availability(_state_within(period, days_left), period.closes_on, days_left, period)


def _state_within(period: EnrolmentPeriod, days_left: int | None) -> State:
    if period.kind == EnrolmentKind.ON_REQUEST:
        return State.ON_REQUEST
    if days_left is not None and days_left <= CLOSING_SOON:
        return State.CLOSING_SOON
    if period.kind == EnrolmentKind.ROLLING:
        return State.ROLLING
    return State.OPEN if period.opens_on or period.closes_on else State.UNKNOWN
