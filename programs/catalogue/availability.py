"""Whether one can apply now, computed from the enrolment periods.

A day lasts until 23:59:59 in Berlin. Without data the state is "unknown", never "open". A period that has passed does
not hide the open period of another group. Lists, detail pages, the home page and filters all use this module.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.language import formats
from portal.core.time.moment import today as berlin_today
from programs.models import EnrolmentKind, EnrolmentPeriod, LifeSituation, Program, Status

CLOSING_SOON = 14  # days


class State(models.TextChoices):
    """Where a programme has several periods, the state that comes first in this list wins."""

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
    """The state of a programme or period. `on` is the next date that matters: the last day to apply, or the first."""

    state: State
    on: date | None = None
    days_left: int | None = None
    period: EnrolmentPeriod | None = None

    @property
    def label(self) -> str:
        return str(self.state.label)

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
        if self.on is None:
            return ""
        return WORDING.get(self.state, "%(day)s") % {"day": formats.day_in_words(self.on)}


def availability(program: Program, today: date | None = None) -> Availability:
    """Return the availability of a programme on a day; `today` defaults to the day in Berlin."""
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
