"""A search takes a bounded time: the database gives up, and the reader is told."""

from contextlib import contextmanager

from django.db import connection, transaction

LONGEST = 2000  # milliseconds for one statement


@contextmanager
def bounded():
    """Let each statement within take no longer than LONGEST; else OperationalError (QueryCanceled)."""
    was_open = connection.in_atomic_block
    with transaction.atomic():
        before = _set(f"{LONGEST}ms") if not was_open else _set_and_tell(f"{LONGEST}ms")
        yield
        if was_open:  # the setting would last until the end of the transaction around this one
            _set(before)


def _set(value: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('statement_timeout', %s, true)", [value])
    return value


def _set_and_tell(value: str) -> str:
    """Set the limit and return what it was."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('statement_timeout') AS before, set_config('statement_timeout', %s, true)", [value]
        )
        return cursor.fetchone()[0]
