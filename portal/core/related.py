"""Records with their children and concepts in one query, however many relations and rows there are.

`prefetch_related` asks once for each relation: a programme has fifteen. Here PostgreSQL returns each relation as an
array of rows beside the row, and they become ordinary instances in the prefetch cache again.

Meant for what visitors read: related objects are narrowed to the public ones, and those that are no children come
without their long texts.

Making such a query takes Django several times as long as PostgreSQL takes to answer it, so its SQL is made once for
each set of relations. Only the present moment differs from one time to the next: it is what `public` asks about.
"""

import datetime as dt
from functools import cache

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db.models import F, Func, JSONField, OuterRef, Q, QuerySet, TextField
from django.db.models.expressions import RawSQL
from django.utils import timezone

from portal.core.moment import today
from portal.core.visibility import has_visibility, public

PREFIX = "gathered_"


class Row(Func):
    """Columns of a row, and then what stands beside it, as one JSON array."""

    function = "JSONB_BUILD_ARRAY"
    output_field = JSONField()

    def __init__(self, columns, *beside):
        super().__init__(F("pk"), *beside)
        self.columns = columns

    def as_sql(self, compiler, connection, **_options):
        key, *beside = self.source_expressions
        table = compiler.quote_name_unless_alias(key.alias)
        written = [f"{table}.{connection.ops.quote_name(field.column)}" for field in self.columns]
        compiled = [compiler.compile(one) for one in beside]
        parameters = [one for _sql, some in compiled for one in some]
        return f"{self.function}({', '.join([*written, *(sql for sql, _some in compiled)])})", parameters


def fetch_related(queryset: QuerySet, *paths: str) -> list:
    """Return the objects of `queryset` with the relations in `paths` at hand ("periods__life_situations")."""
    tree, shape = _tree(paths), ArrayField(JSONField())
    columns = {
        f"{PREFIX}{name}": RawSQL(sql, [_at_present(one) for one in parameters], shape)  # noqa: S611 - made below
        for name, (sql, parameters) in _compiled(queryset.model, paths).items()
    }
    found = list(queryset.annotate(**columns))
    for instance in found:
        rows = {name: instance.__dict__.pop(f"{PREFIX}{name}") for name in tree}
        _fill(instance, rows, tree)
    return found


@cache
def _compiled(model, paths) -> dict[str, tuple[str, list]]:
    """Return for each relation the SQL of its rows with its parameters; it names the table of `model` itself."""
    query = model._default_manager.order_by().query
    query.get_initial_alias()
    compiler = query.get_compiler("default")
    rows = {name: _rows(model, name, below).resolve_expression(query) for name, below in _tree(paths).items()}
    compiled = {name: compiler.compile(one) for name, one in rows.items()}
    return {name: (sql, [_moment(one) for one in parameters]) for name, (sql, parameters) in compiled.items()}


def _moment(parameter):
    """Return the type of a day or a moment, which must be the present one, and anything else as it is."""
    if not isinstance(parameter, dt.date):
        return parameter
    is_moment = isinstance(parameter, dt.datetime)
    if abs(parameter - timezone.now()) > dt.timedelta(minutes=1) if is_moment else parameter != today():
        raise ValueError(f"What is public now depends on {parameter}: such a query cannot be kept.")
    return type(parameter)


def _at_present(parameter):
    if parameter is dt.date:
        return today()
    return timezone.now() if parameter is dt.datetime else parameter


def _tree(paths) -> dict:
    """Return {"periods": {"life_situations": {}}} for ["periods__life_situations"]."""
    tree: dict = {}
    for path in paths:
        branch = tree
        for name in path.split("__"):
            branch = branch.setdefault(name, {})
    return tree


def _rows(model, name: str, below: dict) -> ArraySubquery:
    relation = model._meta.get_field(name)
    related = relation.related_model
    rows = related._default_manager.filter(_link(relation)).order_by(*related._meta.ordering, "pk")
    if has_visibility(related):
        rows = public(rows)
    nested = [_rows(related, child, deeper) for child, deeper in below.items()]
    return ArraySubquery(rows.values(row=Row(_columns(relation), *nested)))


def _link(relation) -> Q:
    """Return the condition that joins a related row to the row that it stands beside."""
    if relation.many_to_one:
        return Q(pk=OuterRef(relation.attname))
    if relation.many_to_many:
        # A relation that holds both ways has no other name for the way back.
        name = relation.name if relation.remote_field.symmetrical else relation.related_query_name()
        return Q(**{name: OuterRef("pk")})
    return Q(**{relation.field.name: OuterRef("pk")})


def _fill(instance, rows: dict, tree: dict):
    """Turn the arrays of rows into instances and put them where `prefetch_related` would."""
    for name, below in tree.items():
        relation = instance._meta.get_field(name)
        related = relation.related_model
        objects = [_instance(relation, row, below) for row in rows[name] or []]
        if relation.many_to_one:
            relation.set_cached_value(instance, objects[0] if objects else None)
            continue
        if relation.one_to_many:
            for child in objects:
                relation.field.set_cached_value(child, instance)
        kept = related._default_manager.all()
        kept._result_cache, kept._prefetch_done = objects, True
        instance.__dict__.setdefault("_prefetched_objects_cache", {})[name] = kept


def _instance(relation, row: list, below: dict):
    fields = _columns(relation)
    values = [field.to_python(value) for field, value in zip(fields, row, strict=False)]
    instance = relation.related_model.from_db("default", [field.attname for field in fields], values)
    _fill(instance, dict(zip(below, row[len(fields) :], strict=True)), below)
    return instance


def _columns(relation) -> list:
    """Return the columns to fetch: all of a child, and all but the long texts of what merely is related."""
    fields = relation.related_model._meta.concrete_fields
    if relation.one_to_many:
        return list(fields)
    return [field for field in fields if not isinstance(field, TextField)]
