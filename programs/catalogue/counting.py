"""Counts programmes for the finder; those that have ended are left out unless the reader asks for them."""

from portal.finder.counting import Count
from programs.catalogue.state import State
from programs.models import Program


class ProgramCount(Count):
    model = Program
    default_values = {"availability": tuple(state.value for state in State if state != State.ENDED)}
