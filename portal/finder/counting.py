"""What a filter finds, and what each further choice would find: everything in one query.

Each record that fails at most one of the chosen facets is looked at once ("found"). Those that fail none are the
results; a facet counts those that fail none of the *other* facets. SQL, because Django can neither keep a result for
several readers within a query nor say that it must be worked out only once.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet
from django.db.models.expressions import RawSQL

from portal.core.bilingual import reader_language
from portal.finder.filters import RELEVANCE, Filter
from portal.finder.vocabulary import Vocabulary


@dataclass
class Summary:
    """`keys` are those of the results on the page asked for, in order; `counts` are by facet and value."""

    total: int = 0
    keys: list[int] = field(default_factory=list)
    counts: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    without: dict[str, int] = field(default_factory=dict)  # results if one facet were dropped


class Count:
    """Builds the query for one type of records. Every branch has the columns facet, value and number.

    `columns` are those that counting needs of a record; `computed` names the facets that only `judged` knows, while
    all others are conditions on the record.
    """

    columns: tuple[str, ...] = ()
    computed: tuple[str, ...] = ()

    def __init__(self, chosen: Filter, vocabulary: Vocabulary, match=None):
        self.chosen, self.vocabulary, self.match = chosen, vocabulary, match
        self.plain = [facet for facet, values in chosen.chosen.items() if values and facet not in self.computed]
        self.active = [*self.plain, *self.computed]
        self.narrowed = Q()
        self.parameters: list = []

    # What a type of records says about itself -------------------------------------------------------------------------

    def records(self) -> QuerySet:
        """Return what may be listed at all, in no order."""
        raise NotImplementedError

    def condition(self, facet: str, keys: list) -> Q:
        """Return the condition that a record has one of some values of a facet."""
        raise NotImplementedError

    def judged(self, rows: str) -> str:
        """Return SQL for `rows` with an `ok_…` for each computed facet."""
        return rows

    def counted(self) -> list[str]:
        """Return a branch for each facet."""
        raise NotImplementedError

    def order(self) -> str:
        """Return the SQL that sorts what is found."""
        return "name, id"

    def known_values(self) -> dict[tuple[str, str], str]:
        """Return what stands in addresses for what stands in the rows; a hidden concept has nothing."""
        return {
            (facet, str(key)): one.value
            for facet, values in self.vocabulary.values.items()
            for one in values.values()
            for key in one.keys
        }

    def narrow_to(self, facet: str):
        """Look only at records that pass a facet: quicker, but its own counts have to come from elsewhere."""
        self.narrowed = self.condition(facet, self._keys(facet))
        self.plain, self.active = ([one for one in some if one != facet] for some in (self.plain, self.active))

    # The query --------------------------------------------------------------------------------------------------------

    def run(self, per_page: int | None) -> Summary:
        """Return the counts and the keys of one page, or of all pages as one."""
        try:
            # As a whole it begins with SELECT, for whoever tells reading from writing by that.
            query = f"SELECT * FROM (WITH {self._found()} {self._branches(per_page)}) AS summary"
        except EmptyResultSet:  # there is no word to search for: Django knows without asking
            return Summary()
        with connection.cursor() as cursor:
            cursor.execute(query, self.parameters)
            return self._summary(cursor.fetchall())

    def _found(self) -> str:
        """OFFSET 0 keeps PostgreSQL from judging records that fail anyway."""
        rows = f"SELECT * FROM ({self._candidates()} OFFSET 0) AS candidate WHERE {_failing(self.plain)} <= 1"
        judged = self.judged(f"{rows} OFFSET 0")
        return f"found AS MATERIALIZED (SELECT * FROM ({judged}) AS judged WHERE {_failing(self.active)} <= 1)"

    def _candidates(self) -> str:
        records = self.records().filter(self.narrowed)
        if self.match:
            records = records.filter(pk__in=self.match.ids)
        verdicts = {f"ok_{facet}": _verdict(self.condition(facet, self._keys(facet))) for facet in self.plain}
        return self.sql(records.values("id", *self.columns, name=F(f"sort_{reader_language()}"), **verdicts))

    def _keys(self, facet: str) -> list:
        return self.vocabulary.keys(facet, self.chosen.chosen[facet])

    def _branches(self, per_page: int | None) -> str:
        branches = [
            f"SELECT 'total' AS facet, '' AS value, count(*) AS number FROM found WHERE {self.passing()}",
            *(f"SELECT 'without', '{one}', count(*) FROM found WHERE {self.passing(one)}" for one in self.active),
            *self.counted(),
            f"SELECT 'page', string_agg(id::text, ','), 0 FROM ({self._page(per_page)}) AS page",
        ]
        return "\nUNION ALL ".join(branches)

    def _page(self, per_page: int | None) -> str:
        place = (self.chosen.page - 1) * (per_page or 0)
        if self.chosen.sort == RELEVANCE and self.match:
            passed = RawSQL(f"SELECT id FROM found WHERE {self.passing()}", ())  # noqa: S611
            ranked = self.records().model.objects.filter(pk__in=passed).annotate(relevance=self.match.rank)
            ordered = ranked.order_by("-relevance", f"sort_{reader_language()}", "pk").values("id")
            return self.sql(ordered[place : place + per_page])
        found = f"SELECT id FROM found WHERE {self.passing()}"
        return f"{found} ORDER BY {self.order()} LIMIT {per_page or 'ALL'} OFFSET {place}"

    # Parts of branches ------------------------------------------------------------------------------------------------

    def passing(self, facet: str = "") -> str:
        """Return the condition that no facet fails, `facet` apart."""
        return " AND ".join(f"ok_{one}" for one in self.active if one != facet) or "true"

    def by_column(self, facet: str, value: str) -> str:
        """Return the branch of a facet whose value is a column of `found`, or an expression over its columns."""
        rows = f"SELECT {value} AS value FROM found WHERE {self.passing(facet)}"
        return f"SELECT '{facet}', value::text, count(*) FROM ({rows}) AS {facet} GROUP BY value"

    def by_link(self, facet: str, table: str, record: str, value: str) -> str:
        """Return the branch of a facet whose values are in a column of another table, which names the record, too."""
        joined = f"found JOIN {table} AS link ON link.{record} = found.id"
        rows = f"SELECT link.{value} AS value FROM {joined} WHERE {self.passing(facet)}"
        return f"SELECT '{facet}', value::text, count(*) FROM ({rows}) AS {facet} GROUP BY value"

    def sql(self, queryset) -> str:
        """Return the SQL of a queryset; its parameters take their place among the others."""
        sql, parameters = queryset.query.sql_with_params()
        self.parameters += parameters
        return sql

    # What came back ---------------------------------------------------------------------------------------------------

    def _summary(self, rows) -> Summary:
        found, known = Summary(), self.known_values()
        for facet, value, number in rows:
            if facet == "total":
                found.total = number
            elif facet == "without":
                found.without[value] = number
            elif facet == "page":
                found.keys = [int(key) for key in value.split(",")] if value else []
            elif (facet, value) in known:
                found.counts[facet][known[facet, value]] = number
        return found


def _failing(facets) -> str:
    return " + ".join(f"(NOT ok_{facet})::int" for facet in facets) or "0"


def _verdict(found: Q) -> ExpressionWrapper:
    return ExpressionWrapper(found, BooleanField())
