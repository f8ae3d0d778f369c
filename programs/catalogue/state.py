"""The states of an availability."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where a programme has several periods, the state that comes first in this list wins."""

    CLOSING_SOON = "closing-soon", _("closing soon")
    OPEN = "open", _("open")
    ROLLING = "rolling", _("at any time")
    ON_REQUEST = "on-request", _("on request")
    UPCOMING = "upcoming", _("not open yet")
    REOPENS = "reopens", _("closed, opens again")
    CLOSED = "closed", _("closed")
    UNKNOWN = "unknown", _("dates unknown")
    PAUSED = "paused", _("paused")
    ENDED = "ended", _("ended")


# In which one can apply, as far as is known.
OPEN_STATES = frozenset({State.CLOSING_SOON, State.OPEN, State.ROLLING, State.ON_REQUEST, State.UNKNOWN})
EXPECTED_STATES = frozenset({State.UPCOMING, State.REOPENS})
PRECEDENCE = list(State)
