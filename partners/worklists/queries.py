"""One query for all worklists of the office: each list is a part of a union, with the same columns as all others."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from types import SimpleNamespace
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import (
    BooleanField,
    CharField,
    Count,
    DateField,
    ExpressionWrapper,
    F,
    Model,
    Q,
    QuerySet,
    TextField,
    Value,
    Window,
)
from django.db.models.functions import Cast

from portal.accounts.models import User
from portal.core.admin.worklists import LINES, Line
from portal.core.rights import scope

# A row has the key of its list, the key and title of its record, the total of the list, and what the note needs: two
# dates, a text and three conditions.
COLUMNS = ("list", "key", "title", "day", "end", "text", "a", "b", "c", "total")
CONDITIONS = ("a", "b", "c")


def form_url(user: User | AnonymousUser, model: Any, key: int) -> str:
    """Return the address of the form, for lists of what the user may change."""
    return scope.edit_url(model, key)


@dataclass(frozen=True)
class Part:
    """The rows of one worklist: `get_rows(user)` returns them in their order, or None for users without the right.

    `get_note(row)` says why a row is listed. `get_columns()` returns the expressions for `day` and `end` (dates), for
    `text`, and for `a`, `b` and `c` (conditions) that the note reads. `title` is the path to the name of a row, and
    `get_url(user, model, key)` returns where its line leads.
    """

    key: str
    model: type[Model]
    get_rows: Callable[[User | AnonymousUser], QuerySet | None]
    get_note: Callable[[SimpleNamespace], Any]
    get_columns: Callable[[], dict[str, Any]] = field(default=dict)
    title: str = "name_de"
    get_url: Callable[[User | AnonymousUser, Any, int], str] = form_url

    def first_rows(self, user: User | AnonymousUser) -> QuerySet | None:
        """Return the first rows as a part of the union, or None."""
        rows = self.get_rows(user)
        return None if rows is None else rows.annotate(**self._columns()).values_list(*map(_column, COLUMNS))[:LINES]

    def line(self, row: SimpleNamespace, user: User | AnonymousUser) -> Line:
        address = self.get_url(user, self.model, row.key)
        return Line(row.title, address, str(self.get_note(row)), model=self.model)

    def _columns(self) -> dict[str, Any]:
        expressions = self.get_columns()
        columns = {
            "list": Value(self.key, CharField()),
            "key": F("pk"),
            "title": Cast(self.title, TextField()),
            "day": Cast(expressions.get("day", Value(None)), DateField()),
            "end": Cast(expressions.get("end", Value(None)), DateField()),
            "text": Cast(expressions.get("text", Value("")), TextField()),
            **{name: _boolean(expressions.get(name, Q(pk=None))) for name in CONDITIONS},
            "total": Window(Count("pk")),
        }
        return {_column(name): expression for name, expression in columns.items()}


class OfficeWork:
    """The first lines and the totals of several parts for one user: one query."""

    def __init__(self, user: User | AnonymousUser, parts: list[Part]):
        self.user, self.parts = user, parts

    def lines(self, part: Part) -> tuple[list[Line], int]:
        rows = [row for row in self._rows if row.list == part.key]
        return [part.line(row, self.user) for row in rows], rows[0].total if rows else 0

    @cached_property
    def concerned_parts(self) -> list[Part]:
        """Return the parts that concern the user: those on whose records they have a right."""
        return [part for part in self.parts if part.get_rows(self.user) is not None]

    @cached_property
    def _rows(self) -> list[SimpleNamespace]:
        parts = [rows for part in self.parts if (rows := part.first_rows(self.user)) is not None]
        union = parts[0].union(*parts[1:], all=True) if parts else []
        return [SimpleNamespace(**dict(zip(COLUMNS, row, strict=True))) for row in union]


def _column(name: str) -> str:
    """Return the name under which a column is annotated: the plain one may be a field of the model."""
    return f"row_{name}"


def _boolean(condition: Q) -> ExpressionWrapper:
    return ExpressionWrapper(condition, BooleanField())
