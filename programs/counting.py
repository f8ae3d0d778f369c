"""What a filter finds, and what each further choice would find: everything in one query.

Each programme that fails at most one of the chosen facets is looked at once ("found"). Those that fail none are the
results; a facet counts those that fail none of the *other* facets. SQL, because Django can neither keep a result for
several readers within a query nor say that it must be worked out only once.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BooleanField, ExpressionWrapper, F
from django.db.models.expressions import RawSQL

from portal.core.bilingual import reader_language
from portal.core.moment import today
from portal.core.visibility import public
from programs.availability import State
from programs.availability_sql import RANKS, STEP, deadline_sql, standing_sql
from programs.facets import CONCEPTS, FREE, Vocabulary, condition, through
from programs.filters import ProgramFilter
from programs.models import CostOption, Place, Program, Status

COSTS, PLACES = CostOption._meta.db_table, Place._meta.db_table


@dataclass
class Summary:
    """`keys` are those of the results on the page asked for, in order; `counts` are by facet and value."""

    total: int = 0
    keys: list[int] = field(default_factory=list)
    counts: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    without: dict[str, int] = field(default_factory=dict)  # results if one facet were dropped


def summary(chosen: ProgramFilter, vocabulary: Vocabulary, match=None, *, per_page: int = 20) -> Summary:
    """Return what `chosen` finds; `match` is what `portal.search` makes of its text, None where there is none."""
    return _Count(chosen, vocabulary, match).run(per_page)


class _Count:
    """Builds the query. Every branch has the columns facet, value and number."""

    def __init__(self, chosen: ProgramFilter, vocabulary: Vocabulary, match):
        self.chosen, self.vocabulary, self.match = chosen, vocabulary, match
        self.active = [facet for facet, values in chosen.chosen.items() if values and facet != "availability"]
        self.parameters: list = []

    def run(self, per_page: int) -> Summary:
        try:
            # As a whole it begins with SELECT, for whoever tells reading from writing by that.
            query = f"SELECT * FROM (WITH {self._found()} {self._branches(per_page)}) AS summary"
        except EmptyResultSet:  # there is no word to search for: Django knows without asking
            return Summary()
        with connection.cursor() as cursor:
            cursor.execute(query, self.parameters)
            return self._summary(cursor.fetchall())

    # The programmes -------------------------------------------------------------------------------------------------

    def _found(self) -> str:
        """OFFSET 0 keeps PostgreSQL from working out the standing of programmes that fail anyway."""
        day = f"DATE '{today().isoformat()}'"
        return f"""found AS MATERIALIZED (
            SELECT * FROM (
              SELECT *, {self._is_available()} AS ok_availability FROM (
                SELECT *, {standing_sql("candidate.id", "candidate.status", day)} AS standing
                FROM ({self._candidates()} OFFSET 0) AS candidate WHERE {self._failing()} <= 1 OFFSET 0
              ) AS stood
            ) AS judged WHERE {self._failing("ok_availability")} <= 1
        )"""

    def _candidates(self) -> str:
        programs = public(Program.objects.order_by())
        if self.match:
            programs = programs.filter(pk__in=self.match.ids)
        keys = {facet: self.vocabulary.keys(facet, self.chosen.chosen[facet]) for facet in self.active}
        verdicts = {f"ok_{facet}": _verdict(condition(facet, keys[facet])) for facet in self.active}
        columns = ("status", "service_languages", "responsible_unit_id")
        return self._sql(programs.values("id", *columns, name=F(f"sort_{reader_language()}"), **verdicts))

    def _is_available(self) -> str:
        """What has ended is left out of lists unless it is asked for."""
        states = self.chosen.chosen["availability"]
        if not states:
            return f"status <> '{Status.ENDED.value}'"
        ranks = ", ".join(str(RANKS[State(state)]) for state in states)
        return f"standing / {STEP} IN ({ranks})"

    def _failing(self, *more: str) -> str:
        verdicts = [*(f"ok_{facet}" for facet in self.active), *more]
        return " + ".join(f"(NOT {verdict})::int" for verdict in verdicts) or "0"

    # What is counted of them ----------------------------------------------------------------------------------------

    def _branches(self, per_page: int) -> str:
        everything = self._passing()
        branches = [
            f"SELECT 'total' AS facet, '' AS value, count(*) AS number FROM found WHERE {everything}",
            *(
                f"SELECT 'without', '{facet}', count(*) FROM found WHERE {self._passing(facet)}"
                for facet in (*self.active, "availability")
            ),
            *(self._of_concepts(facet) for facet in CONCEPTS),
            self._counted("language", "unnest(service_languages)"),
            self._counted("availability", f"standing / {STEP}"),
            self._counted("unit", "responsible_unit_id"),
            self._of_costs(),
            self._of_places(),
            f"SELECT 'page', id::text, row_number() OVER () FROM ({self._page(per_page)}) AS page",
        ]
        return "\nUNION ALL ".join(branches)

    def _passing(self, facet: str = "") -> str:
        """Return the condition that no facet fails, `facet` apart."""
        return " AND ".join(f"ok_{one}" for one in (*self.active, "availability") if one != facet) or "true"

    def _counted(self, facet: str, value: str) -> str:
        rows = f"SELECT {value} AS value FROM found WHERE {self._passing(facet)}"
        return f"SELECT '{facet}', value::text, count(*) FROM ({rows}) AS {facet} GROUP BY value"

    def _of_concepts(self, facet: str) -> str:
        table, column = through(facet)
        joined = f"found JOIN {table._meta.db_table} AS link ON link.program_id = found.id"
        return f"SELECT '{facet}', link.{column}::text, count(*) FROM {joined} WHERE {self._passing(facet)} GROUP BY 2"

    def _of_costs(self) -> str:
        costs = f"SELECT FROM {COSTS} WHERE program_id = found.id"
        is_free = f"EXISTS ({costs}) AND NOT EXISTS ({costs} AND amount <> 0)"
        return f"SELECT 'cost', '{FREE}', count(*) FROM found WHERE {self._passing('cost')} AND {is_free}"

    def _of_places(self) -> str:
        pairs = [(one.value, name) for one in self.vocabulary.values["place"].values() for name in one.keys]
        self.parameters += [[value for value, _name in pairs], [name for _value, name in pairs]]
        return f"""SELECT 'place', known.value, count(DISTINCT found.id)
            FROM found JOIN {PLACES} AS place ON place.program_id = found.id
            JOIN unnest(%s::text[], %s::text[]) AS known (value, name) ON known.name = place.name_de
            WHERE {self._passing("place")} GROUP BY 2"""

    def _page(self, per_page: int) -> str:
        passing, place = self._passing(), (self.chosen.page - 1) * per_page
        if self.chosen.sort == "relevance" and self.match:
            passed = RawSQL(f"SELECT id FROM found WHERE {passing}", ())  # noqa: S611
            ranked = Program.objects.filter(pk__in=passed).annotate(relevance=self.match.rank)
            ordered = ranked.order_by("-relevance", f"sort_{reader_language()}", "pk").values("id")
            return self._sql(ordered[place : place + per_page])
        order = {"deadline": f"{deadline_sql('standing')}, name, id"}.get(self.chosen.sort, "name, id")
        return f"SELECT id FROM found WHERE {passing} ORDER BY {order} LIMIT {per_page} OFFSET {place}"

    def _sql(self, queryset) -> str:
        """Return the SQL of a queryset; its parameters take their place among the others."""
        sql, parameters = queryset.query.sql_with_params()
        self.parameters += parameters
        return sql

    # What came back -------------------------------------------------------------------------------------------------

    def _summary(self, rows) -> Summary:
        found, page, values = Summary(), {}, self._values_by_key()
        for facet, value, number in rows:
            if facet == "total":
                found.total = number
            elif facet == "without":
                found.without[value] = number
            elif facet == "page":
                page[number] = int(value)
            elif known := values.get((facet, value), value if facet == "place" else ""):
                found.counts[facet][known] = number
        found.keys = [page[number] for number in sorted(page)]
        return found

    def _values_by_key(self) -> dict[tuple[str, str], str]:
        """Return what stands in addresses for what stands in the rows; a hidden life situation has nothing."""
        known = {("availability", str(rank)): state.value for state, rank in RANKS.items()}
        for facet, values in self.vocabulary.values.items():
            if facet not in {"availability", "place"}:
                known |= {(facet, str(key)): one.value for one in values.values() for key in one.keys}
        return known


def _verdict(found) -> ExpressionWrapper:
    return ExpressionWrapper(found, BooleanField())
