"""Worklists: what is to be done, as lists whose first lines stand on the start page of the admin."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from wagtail.admin.ui.components import Component

LINES = 5  # of each list on the start page


@dataclass(frozen=True)
class Line:
    """One piece of work.

    `confirm_url`, if any, is where the button "still correct today" posts to; `quote` is what somebody wrote about it.
    """

    title: str
    url: str
    note: str
    confirm_url: str = ""
    quote: str = ""


@dataclass(frozen=True)
class Worklist:
    """One list of work.

    `find(source, limit)` returns its first lines (all of them if `limit` is None) and how many lines there are in all;
    what a source is depends on the panel. `empty` is shown where nothing is to be done, `get_url` returns the address
    of the whole list.
    """

    key: str
    heading: Promise
    empty: Promise
    find: Callable[[Any, int | None], tuple[list[Line], int]]
    get_url: Callable[["Worklist"], str]

    @property
    def url(self) -> str:
        return self.get_url(self)


@dataclass(frozen=True)
class Entry:
    """A worklist as a panel shows it."""

    worklist: Worklist
    lines: list[Line]
    count: int


class WorklistsPanel(Component):
    """The first lines of several worklists, read from one source."""

    template_name = "worklists/panel.html"
    heading: Promise | str = ""
    worklists: list[Worklist] = []

    def __init__(self, source: Any):
        self.source = source

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        request: HttpRequest = parent_context["request"]
        entries = [Entry(worklist, *worklist.find(self.source, LINES)) for worklist in self.worklists]
        token = parent_context.get("csrf_token")
        return {"entries": entries, "heading": self.heading, "name": self.name, "request": request, "csrf_token": token}
