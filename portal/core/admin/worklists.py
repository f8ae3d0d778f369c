"""Worklists: what is to be done, as lists whose first lines stand on the start page of the admin.

An app registers its own with a Wagtail hook. The function takes the user and returns the lists with their source, or
None for users who have no such work; a source reads what several lists need in one query:

    @hooks.register("register_worklists")
    def office_worklists(user):
        return OfficeWork(user), [Worklist("ending", _("Ending soon"), …, urgency=Urgency.NOW)]
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component

LINES = 5  # of each list on the start page
PAGE_ICON = "doc-empty"


class Urgency(IntEnum):
    """In which order the start page shows the lists."""

    NOW = 1  # somebody waits, or a day passes
    SOON = 2
    LATER = 3

    @property
    def heading(self) -> Promise:
        return {Urgency.NOW: _("Now"), Urgency.SOON: _("Soon"), Urgency.LATER: _("When there is time")}[self]


@dataclass(frozen=True)
class Line:
    """One piece of work on an object of a type, if it is about one.

    `confirm_url`, if any, is where the button "still correct today" posts to. A line about many objects leads to lists
    of them: `links` are further (label, address) beside its title.
    """

    title: str
    url: str
    note: str
    confirm_url: str = ""
    model: type[Model] | None = None
    links: tuple[tuple[str, str], ...] = ()

    @property
    def icon(self) -> str:
        viewset = getattr(self.model, "snippet_viewset", None)
        return viewset.icon if viewset else PAGE_ICON

    @property
    def type_name(self) -> str:
        return capfirst(str(self.model._meta.verbose_name)) if self.model else ""


@dataclass(frozen=True)
class Worklist:
    """One list of work.

    `find(source, limit)` returns its first lines (all of them if `limit` is None) and how many pieces of work there are
    in all; what a source is depends on the app. `empty` is shown where nothing is to be done, `get_url` returns the
    address of the whole list.
    """

    key: str
    heading: Promise
    empty: Promise
    find: Callable[[Any, int | None], tuple[list[Line], int]]
    get_url: Callable[["Worklist"], str]
    urgency: Urgency = Urgency.LATER

    @property
    def url(self) -> str:
        return self.get_url(self)


@dataclass(frozen=True)
class Entry:
    """A worklist as the start page shows it."""

    worklist: Worklist
    lines: list[Line]
    count: int


class WorkPanel(Component):
    """The work of a user, the most urgent first; the lists without work stand together at the end."""

    name = "work"
    order = 20
    template_name = "worklists/panel.html"

    def __init__(self, user: AbstractUser | AnonymousUser) -> None:
        self.user = user

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        entries = list(_entries(self.user))
        groups = [
            (urgency, [entry for entry in entries if entry.lines and entry.worklist.urgency == urgency])
            for urgency in Urgency
        ]
        return {
            "groups": [(urgency, of_urgency) for urgency, of_urgency in groups if of_urgency],
            "done": [entry.worklist for entry in entries if not entry.lines],
            "request": parent_context["request"],
            "csrf_token": parent_context.get("csrf_token"),
        }


def _entries(user: AbstractUser | AnonymousUser) -> Iterator[Entry]:
    """Yield every registered worklist with its first lines."""
    for register in hooks.get_hooks("register_worklists"):
        source, worklists = register(user) or (None, [])
        for worklist in worklists:
            yield Entry(worklist, *worklist.find(source, LINES))
