"""What tells records of one type apart beside their names: in choosers and in the search over everything."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin


class Description:
    """How a type describes its records; a viewset names its own in `description`.

    `related` are the relations that `parts` reads.
    """

    related: tuple[str, ...] = ()

    def prepare(self, objects: QuerySet) -> QuerySet:
        """Return the objects with everything that `parts` reads, without a query for each."""
        if not issubclass(objects.model, DraftStateMixin):
            return objects.select_related(*self.related) if self.related else objects
        return objects.select_related("latest_revision", *self.related).defer("latest_revision__content")

    def parts(self, record: Any) -> Iterable[object]:
        """Return what is said of a record, in order; empty parts are left out."""
        return ()

    def became(self, record: Any) -> Model | None:
        """Return the record that stands today for this one, where it is no more."""
        return None


def description_of(model: type[Model]) -> Description:
    viewset = getattr(model, "snippet_viewset", None)
    return getattr(viewset, "description", None) or Description()


def described(record: Any) -> str:
    """Return what tells a record apart from others of its name, in the language of the reader."""
    parts = [*description_of(type(record)).parts(record), *_draft_parts(record)]
    return " · ".join(str(part) for part in parts if part)


def _draft_parts(record: Any) -> list[str]:
    if not isinstance(record, DraftStateMixin):
        return []
    draft_name = getattr(record, "draft_name", "")
    renamed = _("in the draft: “%(name)s”") % {"name": draft_name} if draft_name not in ("", str(record)) else ""
    return ["" if record.live else _("not public"), renamed]
