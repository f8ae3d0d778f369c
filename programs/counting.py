"""How programmes are counted: what the finder asks about them, and their availability."""

from django.db.models import Q

from portal.core.moment import today
from portal.core.visibility import public
from portal.finder.counting import Count
from programs.availability import State
from programs.availability_sql import RANKS, STEP, deadline_sql, standing_sql
from programs.facets import CONCEPTS, FREE, condition, through
from programs.models import CostOption, Place, Program, Status

COSTS, PLACES = CostOption._meta.db_table, Place._meta.db_table


class ProgramCount(Count):
    """What has ended is left out of lists unless it is asked for."""

    columns = ("status", "service_languages", "responsible_unit_id")
    computed = ("availability",)

    def records(self):
        return public(Program.objects.order_by())

    def condition(self, facet: str, keys: list) -> Q:
        return condition(facet, keys)

    def judged(self, rows: str) -> str:
        standing = standing_sql("candidate.id", "candidate.status", f"DATE '{today().isoformat()}'")
        stood = f"SELECT *, {standing} AS standing FROM ({rows}) AS candidate OFFSET 0"
        return f"SELECT *, {self._is_available()} AS ok_availability FROM ({stood}) AS stood"

    def counted(self) -> list[str]:
        return [
            *(self._of_concepts(facet) for facet in CONCEPTS),
            self.by_column("language", "unnest(service_languages)"),
            self.by_column("availability", f"standing / {STEP}"),
            self.by_column("unit", "responsible_unit_id"),
            self._of_costs(),
            self._of_places(),
        ]

    def order(self) -> str:
        return f"{deadline_sql('standing')}, name, id" if self.chosen.sort == "deadline" else super().order()

    def known_values(self) -> dict[tuple[str, str], str]:
        states = {("availability", str(rank)): state.value for state, rank in RANKS.items()}
        places = {("place", value): value for value in self.vocabulary.values["place"]}
        return super().known_values() | states | places

    def _is_available(self) -> str:
        states = self.chosen.chosen["availability"]
        if not states:
            return f"status <> '{Status.ENDED.value}'"
        ranks = ", ".join(str(RANKS[State(state)]) for state in states)
        return f"standing / {STEP} IN ({ranks})"

    def _of_concepts(self, facet: str) -> str:
        table, column = through(facet)
        return self.by_link(facet, table._meta.db_table, "program_id", column)

    def _of_costs(self) -> str:
        costs = f"SELECT FROM {COSTS} WHERE program_id = found.id"
        is_free = f"EXISTS ({costs}) AND NOT EXISTS ({costs} AND amount <> 0)"
        return f"SELECT 'cost', '{FREE}', count(*) FROM found WHERE {self.passing('cost')} AND {is_free}"

    def _of_places(self) -> str:
        """Names that are written almost alike are one place."""
        pairs = [(one.value, name) for one in self.vocabulary.values["place"].values() for name in one.keys]
        self.parameters += [[value for value, _name in pairs], [name for _value, name in pairs]]
        return f"""SELECT 'place', known.value, count(DISTINCT found.id)
            FROM found JOIN {PLACES} AS place ON place.program_id = found.id
            JOIN unnest(%s::text[], %s::text[]) AS known (value, name) ON known.name = place.name_de
            WHERE {self.passing("place")} GROUP BY 2"""
