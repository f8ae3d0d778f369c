"""Wagtail's two indexes, of words for the searches in the admin and of references: how a test does without them."""

from contextlib import contextmanager
from unittest.mock import patch

import modelsearch.signal_handlers
import wagtail.signal_handlers

_are_wanted = False


class _Nothing:
    """Stands in for the task that would bring an index up to date."""

    @staticmethod
    def enqueue(*_arguments):
        pass


@contextmanager
def kept():
    """Let factories bring both indexes up to date, as every other save does."""
    global _are_wanted  # noqa: PLW0603
    before, _are_wanted = _are_wanted, True
    try:
        yield
    finally:
        _are_wanted = before


@contextmanager
def left_out():
    """Save without them, which takes half of the time, unless the test wants them `kept`."""
    if _are_wanted:
        yield
        return
    with (
        patch.object(wagtail.signal_handlers, "update_reference_index_task", _Nothing),
        patch.object(modelsearch.signal_handlers, "insert_or_update_object_task", _Nothing),
    ):
        yield
