"""Whether one can apply now: computed from the enrolment periods, never typed.

A day lasts until 23:59:59 in Berlin. No data means "unknown", never "open". A period that has passed hides no other
group's. List, detail, home page and filters all ask here.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core import formats
from portal.core.moment import today as berlin_today
from programs.models import EnrolmentKind, EnrolmentPeriod, Program, Status

CLOSING_SOON = 14  # days


class State(models.TextChoices):
    """In the order in which one period's state wins over another's when a programme has several."""

    CLOSING_SOON = "closing-soon", _("closing soon")
    OPEN = "open", _("open")
    ROLLING = "rolling", _("at any time")
    ON_REQUEST = "on-request", _("on request")
    UPCOMING = "upcoming", _("opens soon")
    REOPENS = "reopens", _("closed, opens again")
    CLOSED = "closed", _("closed")
    UNKNOWN = "unknown", _("dates unknown")
    PAUSED = "paused", _("paused")
    ENDED = "ended", _("ended")


TONES = {
    State.CLOSING_SOON: "soon",
    State.OPEN: "open",
    State.ROLLING: "rolling",
    State.ON_REQUEST: "rolling",
    State.UPCOMING: "upcoming",
    State.REOPENS: "upcoming",
}
WORDING = {
    State.CLOSING_SOON: _("until %(day)s"),
    State.OPEN: _("until %(day)s"),
    State.ROLLING: _("until %(day)s"),
    State.UPCOMING: _("opens on %(day)s"),
    State.REOPENS: _("opens again on %(day)s"),
    State.CLOSED: _("closed since %(day)s"),
}
PRECEDENCE = list(State)


@dataclass(frozen=True)
class Availability:
    """`on` is the day that matters next: the last one to apply, or the first."""

    state: State
    on: date | None = None
    days_left: int | None = None
    period: EnrolmentPeriod | None = None

    @property
    def label(self) -> str:
        return self.state.label

    @property
    def tone(self) -> str:
        """Return the name of the badge's look; the word and the shape say the same."""
        return TONES.get(self.state, "shut")

    @cached_property
    def audience(self) -> list:
        """Return the life situations that this holds for; an empty list means everybody."""
        return list(self.period.life_situations.all()) if self.period else []

    @property
    def sentence(self) -> str:
        """Return the date in words: "until 30 November 2026"."""
        if self.on is None:
            return ""
        return WORDING.get(self.state, "%(day)s") % {"day": formats.day_in_words(self.on)}


def availability(program: Program, today: date | None = None) -> Availability:
    """Return the availability of a programme on a day, `today` in Berlin if none is named."""
    if program.status == Status.ENDED:
        return Availability(State.ENDED)
    if program.status == Status.PAUSED:
        return Availability(State.PAUSED)
    states = [of_period(period, today) for period in program.enrolment_periods.all()]
    if not states:
        return Availability(State.UNKNOWN)
    best = min(states, key=lambda one: (PRECEDENCE.index(one.state), one.on or date.max))
    had_one_before = any(one.state == State.CLOSED for one in states)
    if best.state == State.UPCOMING and had_one_before:
        return Availability(State.REOPENS, best.on, best.days_left, best.period)
    if best.state == State.CLOSED:
        return max((one for one in states if one.state == State.CLOSED), key=lambda one: one.on)
    return best


def of_period(period: EnrolmentPeriod, today: date | None = None) -> Availability:
    """Return the availability of one period by itself."""
    today = today or berlin_today()
    if period.opens_on and today < period.opens_on:
        return Availability(State.UPCOMING, period.opens_on, (period.opens_on - today).days, period)
    if period.closes_on and period.closes_on < today:
        return Availability(State.CLOSED, period.closes_on, None, period)
    days_left = (period.closes_on - today).days if period.closes_on else None
    return Availability(_state_within(period, days_left), period.closes_on, days_left, period)


def _state_within(period, days_left) -> State:
    if period.kind == EnrolmentKind.ON_REQUEST:
        return State.ON_REQUEST
    if days_left is not None and days_left <= CLOSING_SOON:
        return State.CLOSING_SOON
    if period.kind == EnrolmentKind.ROLLING:
        return State.ROLLING
    return State.OPEN if period.opens_on or period.closes_on else State.UNKNOWN
