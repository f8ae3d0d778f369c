"""PostgreSQL's advisory locks, by which processes take turns.

The server releases a lock when the connection that holds it ends, whatever happened to the process.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

# Every key that this site uses: any numbers, each once. PostgreSQL takes one of 64 bits, or two of 32.
SCHEDULER = 0x7363686564
REMINDERS = 0x72656D696E64
SEARCH_REBUILD = 0x736561726368
SEARCH_OBJECTS = 1_400_000_000  # plus the key of the content type: the first of two numbers


@contextmanager
def held(key: int) -> Iterator[None]:
    """Wait for a lock and hold it until the block ends; several transactions may lie inside.

    It waits as long as a statement may take: whoever holds such a lock blocks no reader.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = 0")
        cursor.execute("SELECT pg_advisory_lock(%s)", [key])
        cursor.execute("RESET lock_timeout")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [key])


def hold_until_commit(keys: Iterable[tuple[int, int]]) -> None:
    """Wait for several locks, in the order given, and hold them until the present transaction ends."""
    with connection.cursor() as cursor:
        cursor.executemany("SELECT pg_advisory_xact_lock(%s, %s)", list(keys))


def take_if_free(key: int, own_connection: BaseDatabaseWrapper) -> bool:
    """Take a lock on a connection, which holds it until it is closed; return False if another holds the lock."""
    with own_connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [key])
        return cursor.fetchone()[0]
