"""The office's desk on the start page of the admin: the first lines of each list, and how many there are. One query."""

from types import SimpleNamespace

from wagtail.admin.ui.components import Component

from partners.agreements.permissions import agreement_policy
from partners.worklists.lists import COLUMNS, LISTS, Worklist


class WorklistsPanel(Component):
    """Shown to who may write agreements."""

    name = "partnerships"
    order = 15
    template_name = "partners/admin/desk.html"

    def __init__(self, user):
        self.user = user

    @property
    def is_shown(self) -> bool:
        return agreement_policy().user_has_any_permission(self.user, ["add", "change"])

    def get_context_data(self, parent_context):
        parts = [part for one in LISTS if (part := one.rows(self.user)) is not None]
        names = [name.removeprefix("row_") for name in COLUMNS]
        rows = [SimpleNamespace(**dict(zip(names, row, strict=True))) for row in parts[0].union(*parts[1:], all=True)]
        return {"lists": [_shown(one, [row for row in rows if row.list == one.key]) for one in LISTS]}


def _shown(one: Worklist, rows: list) -> dict:
    count = rows[0].count if rows else 0
    return {"list": one, "url": one.all_url, "lines": [one.line(row) for row in rows], "count": count}
