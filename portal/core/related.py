"""Fetches records with their relations in one query, however many relations there are.

`prefetch_related` makes a query for each relation, and a programme has fifteen. Here PostgreSQL returns each relation
as a column with an array of rows, which become instances in the prefetch cache.

It is meant for public pages: only public related objects are fetched, and those that are not children of the record
come without their long texts (TextField).

Django takes several times as long to compile such a query as PostgreSQL to execute it, so the SQL is compiled once for
each set of relations. Its only parameters that change are the present day and moment, which `public` compares with.
"""

import datetime as dt
from collections.abc import Iterable
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F, Field, Func, JSONField, Model, OuterRef, Q, QuerySet, TextField
from django.db.models.expressions import BaseExpression, RawSQL
from django.db.models.sql.compiler import SQLCompiler
from django.utils import timezone
from modelcluster.fields import ParentalKey, ParentalManyToManyField

from portal.core.time.moment import today
from portal.core.visibility import has_visibility, public

PREFIX = "fetched_"


class Row(Func):
    """The columns of a row, followed by further expressions, as one JSON array."""

    function = "JSONB_BUILD_ARRAY"
    output_field = JSONField()

    def __init__(self, columns: list[Field], *further: BaseExpression) -> None:
        super().__init__(F("pk"), *further)
        self.columns = columns

    def as_sql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, *_args: Any, **_options: Any
    ) -> tuple[str, list]:
        key: Any
        key, *further = self.source_expressions
        table = compiler.quote_name_unless_alias(key.alias)
        columns = [f"{table}.{connection.ops.quote_name(field.column)}" for field in self.columns]
        compiled = [compiler.compile(expression) for expression in further]
        parameters = [parameter for _sql, parameters in compiled for parameter in parameters]
        return f"{self.function}({', '.join([*columns, *(sql for sql, _parameters in compiled)])})", parameters


def fetch_related(queryset: QuerySet, *paths: str) -> list:
    """Return the objects of `queryset` with the relations in `paths` ("periods__life_situations") prefetched."""
    tree = _tree(paths)
    model: Any = queryset.model
    rows_type: ArrayField = ArrayField(JSONField())
    columns = {
        f"{PREFIX}{name}": RawSQL(sql, [_bound(parameter) for parameter in parameters], rows_type)  # noqa: S611 - made below
        for name, (sql, parameters) in _compiled(model, paths).items()
    }
    instances = list(queryset.annotate(**columns))
    for instance in instances:
        rows = {name: instance.__dict__.pop(f"{PREFIX}{name}") for name in tree}
        _fill(instance, rows, tree)
    return instances


@cache
def _compiled(model: type[Model], paths: tuple[str, ...]) -> dict[str, tuple[str, list]]:
    """Return {relation: (SQL of its rows, parameters)}; the SQL refers to the table of `model` by its own name."""
    query = model._default_manager.order_by().query
    query.get_initial_alias()
    compiler = query.get_compiler("default")
    rows = {name: _rows(model, name, below).resolve_expression(query) for name, below in _tree(paths).items()}
    compiled = {name: compiler.compile(expression) for name, expression in rows.items()}
    return {
        name: (sql, [_unbound(parameter) for parameter in parameters]) for name, (sql, parameters) in compiled.items()
    }


def _unbound(parameter: Any) -> Any:
    """Return `date` for today, `datetime` for the present moment, and any other parameter as it is.

    Raises ValueError for another day or moment: it would be stored with the SQL.
    """
    if not isinstance(parameter, dt.date):
        return parameter
    is_moment = isinstance(parameter, dt.datetime)
    if abs(parameter - timezone.now()) > dt.timedelta(minutes=1) if is_moment else parameter != today():
        raise ValueError(f"What is public now depends on {parameter}: such a query cannot be cached.")
    return type(parameter)


def leave_out_hidden(draft: Any, paths: Iterable[str]) -> None:
    """Take from a draft in memory the related objects that its page will not show, because they are not public."""
    for name, below in _tree(paths).items():
        relation: Any = draft._meta.get_field(name)
        if relation.one_to_many:
            # Without a key, only children that are part of the draft can be asked for.
            is_part = isinstance(relation.field, ParentalKey)
            for child in getattr(draft, name).all() if draft.pk or is_part else ():
                leave_out_hidden(child, below)
        elif has_visibility(relation.related_model):
            _keep_public(draft, relation)


def _keep_public(draft: Any, relation: Any) -> None:
    related = relation.related_model._default_manager
    if relation.many_to_one:
        key = getattr(draft, relation.attname)
        relation.set_cached_value(draft, public(related.filter(pk=key)).first() if key else None)
    elif isinstance(relation, ParentalManyToManyField):
        keys = [item.pk for item in getattr(draft, relation.name).all()]
        getattr(draft, relation.name).set(list(public(related.filter(pk__in=keys))))


def _bound(parameter: Any) -> Any:
    """Return the present value of a parameter that `_unbound` has returned."""
    if parameter is dt.date:
        return today()
    return timezone.now() if parameter is dt.datetime else parameter


def _tree(paths: Iterable[str]) -> dict:
    """Return {"periods": {"life_situations": {}}} for ["periods__life_situations"]."""
    tree: dict = {}
    for path in paths:
        branch = tree
        for name in path.split("__"):
            branch = branch.setdefault(name, {})
    return tree


def _rows(model: type[Model], name: str, below: dict) -> ArraySubquery:
    relation: Any = model._meta.get_field(name)
    related = relation.related_model
    rows = related._default_manager.filter(_link(relation)).order_by(*related._meta.ordering, "pk")
    if has_visibility(related):
        rows = public(rows)
    nested = [_rows(related, child, deeper) for child, deeper in below.items()]
    return ArraySubquery(rows.values(row=Row(_columns(relation), *nested)))


def _link(relation: Any) -> Q:
    """Return the condition that joins related rows to a row of the outer query."""
    if relation.many_to_one:
        return Q(pk=OuterRef(relation.attname))
    if relation.many_to_many:
        # A symmetrical relation has no reverse name.
        name = relation.name if relation.remote_field.symmetrical else relation.related_query_name()
        return Q(**{name: OuterRef("pk")})
    return Q(**{relation.field.name: OuterRef("pk")})


def _fill(instance: Model, rows: dict, tree: dict) -> None:
    """Make instances of the arrays of rows and store them where `prefetch_related` would."""
    for name, below in tree.items():
        relation: Any = instance._meta.get_field(name)
        related = relation.related_model
        objects = [_instance(relation, row, below) for row in rows[name] or []]
        if relation.many_to_one:
            relation.set_cached_value(instance, objects[0] if objects else None)
            continue
        if relation.one_to_many:
            for child in objects:
                relation.field.set_cached_value(child, instance)
        prefetched: Any = related._default_manager.all()
        prefetched._result_cache, prefetched._prefetch_done = objects, True
        instance.__dict__.setdefault("_prefetched_objects_cache", {})[name] = prefetched


def _instance(relation: Any, row: list, below: dict) -> Model:
    fields = _columns(relation)
    values = [field.to_python(value) for field, value in zip(fields, row, strict=False)]
    instance = relation.related_model.from_db("default", [field.attname for field in fields], values)
    _fill(instance, dict(zip(below, row[len(fields) :], strict=True)), below)
    return instance


def _columns(relation: Any) -> list:
    """Return the fields to fetch: all of a child, and all but the long texts of any other related object."""
    fields = relation.related_model._meta.concrete_fields
    if relation.one_to_many:
        return list(fields)
    return [field for field in fields if not isinstance(field, TextField)]
