"""Wagtail's search index and reference index, and how tests do without updating them."""

from contextlib import contextmanager
from unittest.mock import patch

import modelsearch.signal_handlers
import wagtail.signal_handlers

_are_wanted = False


class _Nothing:
    """Replaces the tasks that would update an index."""

    @staticmethod
    def enqueue(*_arguments):
        pass


@contextmanager
def kept():
    """Let factories update both indexes, as every other save does."""
    global _are_wanted  # noqa: PLW0603
    before, _are_wanted = _are_wanted, True
    try:
        yield
    finally:
        _are_wanted = before


@contextmanager
def left_out():
    """Save without updating the indexes, which halves the time, unless the test is within `kept`."""
    if _are_wanted:
        yield
        return
    with (
        patch.object(wagtail.signal_handlers, "update_reference_index_task", _Nothing),
        patch.object(modelsearch.signal_handlers, "insert_or_update_object_task", _Nothing),
    ):
        yield
