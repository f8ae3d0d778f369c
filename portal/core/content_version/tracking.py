"""Moves the content version when something is written that visitors notice (`visible_rows`).

- A row counts if visitors notice anything of it before the write or after it: hiding and deleting it count, too.
- A relation counts if the row on which it is changed does.
- Columns that only the admin reads do not count: a draft of something public writes no others.

A write costs no query if the row is plainly noticed, two if a page or record with drafts is hidden, and two or three if
the model has a rule of its own or the row is a part; the first of them locks the row. Once a transaction moves the
version, no more are needed in it.

`update()`, `bulk_create()` and SQL send no signals: code that changes with them what visitors read calls
`content_version.bump`.
"""

from collections.abc import Collection
from typing import Any

from django.db import connection
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_save, pre_delete, pre_save
from wagtail.models import Page
from wagtail.signals import post_page_move

from portal.core import content_version
from portal.core.content_version import visible_rows

BOOKKEEPING = {  # columns that only the admin reads
    *("draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at", "live_revision"),
    *("locked", "locked_at", "locked_by", "file_hash"),
}


def watch() -> None:
    """Connect to all signals of writes."""
    pre_save.connect(_before_save)
    post_save.connect(_after_save)
    pre_delete.connect(_before_deletion)
    m2m_changed.connect(_after_relating)
    post_page_move.connect(_after_page_move)


def _before_save(
    sender: type[Model], instance: Model, update_fields: Collection[str] | None = None, **_signal: Any
) -> None:
    """Note on the instance whether visitors notice anything of the row as it is stored before the write."""
    if _counts(sender, update_fields):
        instance.__dict__["_was_noticed"] = content_version.is_moving() or _is_noticed(instance)


def _after_save(
    sender: type[Model], instance: Model, update_fields: Collection[str] | None = None, **_signal: Any
) -> None:
    was_noticed = instance.__dict__.pop("_was_noticed", False)
    may_be_now = _counts(sender, update_fields) and visible_rows.has_own_rule(sender)
    if was_noticed or (may_be_now and visible_rows.is_stored_noticed(instance)):
        content_version.bump()


def _before_deletion(sender: type[Model], instance: Model, **_signal: Any) -> None:
    """Ask while the row is still there. Django sends this signal within the transaction of the deletion."""
    if visible_rows.is_watched(sender) and (content_version.is_moving() or _is_noticed(instance)):
        content_version.bump()


def _after_relating(instance: Model, action: str, model: type[Model], pk_set: set[int] | None, **_signal: Any) -> None:
    is_change = action.startswith("post_") and pk_set != set()
    if (
        is_change
        and visible_rows.is_watched(model)
        and visible_rows.is_watched(type(instance))
        and _is_noticed(instance)
    ):
        content_version.bump()


def _after_page_move(instance: Page, **_signal: Any) -> None:
    """Move the version for a hidden page, whose neighbours may have got other paths; other pages were saved."""
    if not visible_rows.is_noticed(instance):
        content_version.bump()


def _is_noticed(instance: Model) -> bool:
    """Tell whether visitors notice anything of a row, with nobody else changing that until the transaction ends.

    Without a transaction nothing can be held, so every row that is stored counts.
    """
    if visible_rows.is_plainly_noticed(instance):
        return True
    if not connection.in_atomic_block:
        return instance.pk is not None
    visible_rows.hold(instance)
    return visible_rows.is_stored_noticed(instance)


def _counts(model: type[Model], update_fields: Collection[str] | None) -> bool:
    return visible_rows.is_watched(model) and (update_fields is None or not BOOKKEEPING.issuperset(update_fields))
