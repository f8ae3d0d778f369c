"""One number that moves when something changes that visitors notice; what is kept in memory is stamped with it.

`tracking`, beside this, moves it. It moves once for each transaction, after the commit, so that a process that reads
the new number also reads the new content. The number is a database sequence: all processes see the same one, and each
looks at most once a second.
"""

import threading
import time
from collections.abc import Callable
from typing import Any

from django.db import DatabaseError, InterfaceError, connection, transaction

from portal.core.transactions import calls_after_commit

RECHECK_AFTER = 1.0  # seconds
MAX_AGE = 60.0  # seconds: some of what is kept also turns with the clock
# The last value of a sequence that was never used is 1, and so is the first one that it gives.
VERSION_SQL = "SELECT last_value - (NOT is_called)::int FROM content_version"

_lock = threading.Lock()
_seen: dict[str, Any] = {"version": 0, "at": float("-inf")}
_kept: dict[str, tuple[int, float, object]] = {}


def get() -> int:
    """Return the version; with the database away, the last one seen."""
    if _is_due():
        with _lock:  # the first caller reads it while the others wait, so that none stamps its data with 0
            if _is_due():
                _read_version()
    return _seen["version"]


def memo(name: str, build: Callable[[], Any], holds: Callable[[Any], bool] | None = None) -> Any:
    """Return what `build` returned at this content version: at most a minute ago, or as long as it `holds`."""
    version, now = get(), time.monotonic()
    kept = _kept.get(name)
    if kept is None or kept[0] != version or not (holds(kept[2]) if holds else now - kept[1] <= MAX_AGE):
        kept = _kept[name] = (version, now, build())
    return kept[2]


def last_known(name: str) -> Any:
    """Return what `memo` kept under `name`, however old, or None: for pages made while the database is away."""
    return _kept.get(name, (0, 0.0, None))[2]


def bump() -> None:
    """Move the version once the present transaction is committed; several calls in it move it once."""
    # Each call registers it anew: a savepoint that is rolled back forgets what was registered within it.
    transaction.on_commit(_registered() or _Move(), robust=True)


def is_moving() -> bool:
    """Tell whether the version will move once the present transaction is committed."""
    return _registered() is not None


def forget() -> None:
    """Forget everything: for whoever reads before the commit what was changed since, and for tests, without commits."""
    _seen.update(version=0, at=float("-inf"))
    _kept.clear()


def _is_due() -> bool:
    return time.monotonic() - _seen["at"] > RECHECK_AFTER


def _read_version() -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute(VERSION_SQL)
            _seen["version"] = cursor.fetchone()[0]
    except (DatabaseError, InterfaceError):
        pass  # the page may still be had from what is kept; a page that needs the database will say so itself
    _seen["at"] = time.monotonic()


class _Move:
    """Moves the version when it is called for the first time, and does nothing afterwards."""

    def __init__(self) -> None:
        self.is_done = False
        self.__qualname__ = type(self).__qualname__  # Django's log names it by this when it fails

    def __call__(self) -> None:
        if self.is_done:
            return
        with _lock, connection.cursor() as cursor:  # so that no reader who looked before puts the old number back
            cursor.execute("SELECT nextval('content_version')")
            _seen["version"] = cursor.fetchone()[0]
        self.is_done = True


def _registered() -> _Move | None:
    """Return the call that will move the version after the present transaction, or None."""
    return next((call for call in calls_after_commit(_Move) if not call.is_done), None)
