"""What is registered to be called once the present transaction is committed."""

from collections.abc import Iterator
from typing import TypeVar

from django.db import connection

Call = TypeVar("Call")


def calls_after_commit(kind: type[Call]) -> Iterator[Call]:
    """Yield the registered calls that are objects of a class, the latest first."""
    for _savepoints, call, *_robust in reversed(connection.run_on_commit):
        if isinstance(call, kind):
            yield call
