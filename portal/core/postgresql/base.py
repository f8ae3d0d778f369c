from collections.abc import Callable
from typing import Any

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL, where nothing that follows a commit makes an error of a change that is stored already."""

    def on_commit(self, func: Callable[[], Any], robust: bool = True) -> None:
        """Call `func` after the commit; its exception is logged, and stops neither the answer nor other calls.

        `robust` is not asked: Wagtail and other packages leave it out, and mean nothing by it.
        """
        super().on_commit(func if hasattr(func, "__qualname__") else _Named(func), robust=True)


class _Named:
    """A call with the name by which Django logs its failure: a `partial` has none, and logging it would fail."""

    def __init__(self, func: Callable[[], Any]) -> None:
        self._func = func
        self.__qualname__ = repr(func)

    def __call__(self) -> None:
        self._func()
