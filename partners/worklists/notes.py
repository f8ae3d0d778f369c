"""Why a row stands in a worklist of the office, in words."""

from collections.abc import Callable, Iterable
from types import SimpleNamespace
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext, ngettext

from partners.worklists.queries import CONDITIONS
from portal.core.language import formats
from portal.core.time.moment import today

Note = Callable[[SimpleNamespace], str]


def missing_parts(names: Iterable[Any]) -> Note:
    """Return a note that names what a row lacks: `names` go with the conditions `a`, `b` and `c`."""

    def note(row: SimpleNamespace) -> str:
        lacking = (row.a, row.b, row.c)
        return ", ".join(str(name) for name, is_lacking in zip(names, lacking, strict=True) if is_lacking)

    return note


def condition_columns(conditions: dict[Any, Q]) -> dict[str, Q]:
    """Return the columns that `missing_parts` reads."""
    return dict(zip(CONDITIONS, conditions.values(), strict=True))


def submitted(row: SimpleNamespace) -> str:
    return gettext("by %(unit)s, on %(day)s") % {"unit": row.text, "day": formats.day(row.day)}


def returned(row: SimpleNamespace) -> str:
    return gettext("The office asks: %(comment)s") % {"comment": row.text}


def review_due(row: SimpleNamespace) -> str:
    days = (today() - row.day).days
    words = ngettext("overdue by %(days)d day, since %(day)s", "overdue by %(days)d days, since %(day)s", days)
    return words % {"days": days, "day": formats.day(row.day)}


def ending(row: SimpleNamespace) -> str:
    days = (row.end - today()).days
    if days == 0:
        return gettext("ends today")
    words = ngettext("in %(days)d day, on %(day)s", "in %(days)d days, on %(day)s", days)
    return words % {"days": days, "day": formats.day(row.end)}


def talks_due(row: SimpleNamespace) -> str:
    words = gettext("to be talked about since %(day)s; ends on %(end)s")
    return words % {"day": formats.day(row.day), "end": formats.day(row.end)}


def renewed(row: SimpleNamespace) -> str:
    return gettext("since %(day)s") % {"day": formats.day(row.day)}


def untranslated(row: SimpleNamespace) -> str:
    return gettext("missing")


def last_confirmed(row: SimpleNamespace) -> str:
    if row.day is None:
        return gettext("never confirmed")
    return gettext("last confirmed on %(day)s") % {"day": formats.day(row.day)}
