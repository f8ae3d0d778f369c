"""The search of the admin: Wagtail's index in PostgreSQL, with the folding of the public search.

Lists, choosers and the search over everything ask this one backend, so that all of them find the same. It needs no
`FilterField`: whatever a queryset filters and orders by is left to the database.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.postgres.search import SearchQueryField, SearchRank
from django.db.models import BooleanField, Expression, F, Func, Manager, Model, QuerySet, Value
from django.db.models.functions import Cast
from modelsearch.backends.database.postgres.postgres import (
    PostgresAutocompleteQueryCompiler,
    PostgresIndex,
    PostgresSearchBackend,
)
from modelsearch.utils import get_content_type_pk
from wagtail.search import query as searches
from wagtail.search.index import AutocompleteField, BaseField, RelatedFields, SearchField
from wagtail.search.models import IndexEntry

from portal.search import folding

COLUMN = "autocomplete"  # of Wagtail's index: the only one that is filled


def found_by(query: str, column: str = COLUMN) -> Func:
    """Return the condition for entries that match a query of `folding.query`."""
    return Func(
        F(column), as_tsquery(query), arg_joiner=" @@ ", template="(%(expressions)s)", output_field=BooleanField()
    )


def as_tsquery(query: str) -> Expression:
    return Cast(Value(query), SearchQueryField())


def vector_of(record: Model) -> str:
    """Return what a record is found by as a tsvector in SQL's notation."""
    return folding.vector(_texts(record, record.get_search_fields(), folding.NAMES))  # type: ignore[attr-defined]


def _texts(record: Model, fields: Iterable[BaseField], weight: str) -> Iterator[tuple[str, str]]:
    """Yield the texts of the fields, each with its weight; a list has a text for each of its items."""
    for field in fields:
        if isinstance(field, RelatedFields):
            for related in _related(record, field):
                yield from _texts(related, field.fields, folding.RELATED)
        elif isinstance(field, (AutocompleteField, SearchField)):
            value = field.get_value(record)
            yield from (
                (str(item), weight) for item in (value if isinstance(value, (list, tuple)) else [value]) if item
            )


def _related(record: Model, field: RelatedFields) -> Iterable[Model]:
    value = field.get_value(record)
    if isinstance(value, Manager):
        return value.all()
    return [value] if value is not None else []


class FoldedIndex(PostgresIndex):
    def add_items(self, model: type[Model], objs: Iterable[Model]) -> None:
        kind = get_content_type_pk(model)
        entries = [
            IndexEntry(content_type_id=kind, object_id=str(item.pk), autocomplete=vector_of(item), title="", body="")
            for item in objs
        ]
        IndexEntry.objects.bulk_create(
            entries,
            update_conflicts=True,
            unique_fields=["content_type", "object_id"],
            update_fields=[COLUMN, "title", "body"],
        )


class FoldedQueryCompiler(PostgresAutocompleteQueryCompiler):
    def check(self) -> None:
        """Accept every queryset, as the database does."""

    def search(
        self, config: Any, start: int, stop: int | None, score_field: str | None = None, backend: Any = None
    ) -> QuerySet:
        if isinstance(self.query, searches.MatchAll):
            return self.queryset[start:stop]
        query = _as_text(self.query)
        if not query:
            return self.queryset.none()
        column = f"index_entries__{COLUMN}"
        rank = SearchRank(F(column), as_tsquery(query))
        objects = self.queryset.filter(found_by(query, column))
        return self._apply_ordering_and_scoring(objects, rank, start, stop, score_field)


def _as_text(query: Any) -> str:
    """Return one of Wagtail's queries as `folding.query` returns what was typed; words in quotes are just words."""
    if isinstance(query, (searches.And, searches.Or)):
        parts = [part for subquery in query.subqueries if (part := _as_text(subquery))]
        return (" & " if isinstance(query, searches.And) else " | ").join(f"({part})" for part in parts)
    if isinstance(query, searches.Not):
        negated = _as_text(query.subquery)
        return f"!({negated})" if negated else ""
    return folding.query(getattr(query, "query_string", ""))


class SearchBackend(PostgresSearchBackend):
    query_compiler_class = FoldedQueryCompiler
    autocomplete_query_compiler_class = FoldedQueryCompiler
    index_class = FoldedIndex
