"""What is to be done about one institution: the worklists of the office, narrowed to it, and its review."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, Q, QuerySet
from django.utils.functional import Promise

from partners.models import Agreement, Contact, DueDiligence, Institution
from partners.worklists.lists import PARTS, WORKLISTS
from partners.worklists.queries import OfficeWork, Part
from portal.accounts.models import User
from portal.core.admin.worklists import Line


@dataclass(frozen=True)
class Todo:
    """One piece of work, and the name of the worklist in which it stands."""

    heading: Promise
    line: Line


def todos(user: User | AnonymousUser, institutions: Collection[int], agreements: Collection[int]) -> list[Todo]:
    """Return what the user has to do about institutions and agreements with these keys: one query."""
    conditions: dict[type[Model], Q] = {
        Institution: Q(pk__in=institutions),
        Agreement: Q(pk__in=agreements),
        Contact: Q(institution__in=institutions),
        DueDiligence: Q(institution__in=institutions),
    }
    parts = {part.key: _narrowed(part, conditions[part.model]) for part in PARTS}
    work = OfficeWork(user, list(parts.values()))
    headings = {worklist.key: worklist.heading for worklist in WORKLISTS}
    return [Todo(headings[key], line) for key, part in parts.items() for line in work.lines(part)[0]]


def _narrowed(part: Part, condition: Q) -> Part:
    def rows(user: User | AnonymousUser) -> QuerySet | None:
        found = part.get_rows(user)
        return None if found is None else found.filter(condition)

    return replace(part, get_rows=rows)
