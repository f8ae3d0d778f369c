"""How programmes are counted: what has ended is left out unless it is asked for."""

from portal.finder.counting import Count
from programs.catalogue.availability import State
from programs.models import Program


class ProgramCount(Count):
    model = Program
    usual = {"availability": tuple(state.value for state in State if state != State.ENDED)}
