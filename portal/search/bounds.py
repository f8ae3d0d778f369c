"""The time limit of a search: PostgreSQL cancels a statement that takes too long, and the reader is told."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction
from django.utils.translation import gettext as _

STATEMENT_TIMEOUT = 2000  # milliseconds for one statement
QUERY_CANCELED = "57014"  # SQLSTATE of a statement that took longer


class SearchTimeoutError(Exception):
    """A statement of a search took longer than STATEMENT_TIMEOUT."""

    @property
    def notice(self) -> str:
        """Return what to tell the reader."""
        return _("This search took too long. Try fewer or longer words.")


@contextmanager
def time_limit() -> Iterator[None]:
    """Limit each statement inside to STATEMENT_TIMEOUT; raise SearchTimeoutError when one takes longer."""
    try:
        with _statement_timeout(f"{STATEMENT_TIMEOUT}ms"):
            yield
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") != QUERY_CANCELED:
            raise
        raise SearchTimeoutError from error


@contextmanager
def _statement_timeout(value: str) -> Iterator[None]:
    was_open = connection.in_atomic_block
    with transaction.atomic():
        previous = _replace_timeout(value)
        yield
        if was_open:  # the setting would last until the end of the surrounding transaction
            _replace_timeout(previous)


def _replace_timeout(value: str) -> str:
    """Set the timeout for the rest of the transaction and return the previous one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('statement_timeout'), set_config('statement_timeout', %s, true)", [value]
        )
        return cursor.fetchone()[0]
