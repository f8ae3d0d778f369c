"""Which columns of a list somebody wants to see: kept with the other choices for the own interface.

An export writes the columns of `ChosenColumns.columns`, whose first is the box for choosing rows.
"""

from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import BaseColumn
from wagtail.snippets.views.snippets import IndexView
from wagtail.users.models import UserProfile

FIXED = 2  # the box for choosing rows, and the title


def chosen_columns(user: AbstractUser | AnonymousUser, path: str) -> list[str] | None:
    """Return the names of the columns that the user has chosen for the list at a path; None without a choice."""
    profile = getattr(user, "wagtail_userprofile", None)  # read once for each request
    return profile.dismissibles.get(_key(path)) if profile else None


def choose_columns(user: AbstractUser | AnonymousUser, path: str, names: list[str]) -> None:
    """Keep the choice of columns."""
    profile = UserProfile.get_for_user(user)
    profile.dismissibles = {**profile.dismissibles, _key(path): names}
    profile.save(update_fields=["dismissibles"])


class ChosenColumns(IndexView):
    """A list whose columns can be chosen. `further_columns` are those that are not shown unless somebody wants them."""

    further_columns: list[Any] = []

    @cached_property
    def all_columns(self) -> list[BaseColumn]:
        """Return every column that the list has, in its order."""
        further = [self._get_custom_column(item) if isinstance(item, str) else item for item in self.further_columns]
        return [*super().columns, *further]

    @cached_property
    def columns(self) -> list[BaseColumn]:
        names = chosen_columns(self.request.user, self.index_url)
        if names is None:
            return self.all_columns[: len(self.all_columns) - len(self.further_columns)]
        return [column for number, column in enumerate(self.all_columns) if number < FIXED or column.name in names]

    @property
    def column_choices(self) -> list[tuple[str, Any, bool]]:
        """Return (name, label, whether it is shown) of each column that can be chosen."""
        shown = {column.name for column in self.columns}
        return [(column.name, column.label, column.name in shown) for column in self.all_columns[FIXED:]]


def _key(path: str) -> str:
    return f"columns {path}"
