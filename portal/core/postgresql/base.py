import unicodedata
from collections.abc import Callable
from typing import Any

from django.db.backends.postgresql import base, operations
from psycopg import Connection
from psycopg.types.string import StrDumperUnknown


class DatabaseOperations(operations.DatabaseOperations):
    def adapt_json_value(self, value: Any, encoder: Any) -> Any:
        return super().adapt_json_value(composed(value), encoder)


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL, where nothing that follows a commit makes an error of a change that is stored already.

    All text that is stored or compared is composed (NFC), whoever sends it: forms, imports, drafts, names of files.
    """

    ops_class = DatabaseOperations

    def get_new_connection(self, conn_params: dict[str, Any]) -> Connection:
        connection = super().get_new_connection(conn_params)
        connection.adapters.register_dumper(str, ComposingDumper)
        return connection

    def on_commit(self, func: Callable[[], Any], robust: bool = True) -> None:
        """Call `func` after the commit; its exception is logged, and stops neither the answer nor other calls.

        `robust` is not asked: Wagtail and other packages leave it out, and mean nothing by it.
        """
        super().on_commit(func if hasattr(func, "__qualname__") else _Named(func), robust=True)


class ComposingDumper(StrDumperUnknown):
    """Sends a text to the database in composed letters: `ü` is one character there, and never `u` with a mark."""

    def dump(self, obj: str) -> Any:
        return super().dump(composed(obj))


def composed(value: Any) -> Any:
    """Return a text, or all texts in lists and dictionaries, in composed letters (NFC); anything else as it is."""
    if isinstance(value, str):
        return value if unicodedata.is_normalized("NFC", value) else unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {composed(key): composed(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [composed(item) for item in value]
    return value


class _Named:
    """A call with the name by which Django logs its failure: a `partial` has none, and logging it would fail."""

    def __init__(self, func: Callable[[], Any]) -> None:
        self._func = func
        self.__qualname__ = repr(func)

    def __call__(self) -> None:
        self._func()
