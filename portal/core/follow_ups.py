"""Work that follows a commit, such as writing search documents: once for each transaction, and again if it fails.

An app registers a runner under a name (`register`) and calls `after_commit` with the objects that were changed. What
fails is logged and stored as a FollowUp, which staff see and the scheduler repeats (`repeat`). One object that fails
leaves no other behind.
"""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import timedelta

from django.db import Error, InterfaceError, OperationalError, transaction
from django.db.models import F
from django.utils import timezone

from portal.core.models.follow_up import FollowUp
from portal.core.transactions import calls_after_commit

Runner = Callable[[str, list[str]], int]  # called with a subject and keys of objects; returns how much it has written

ONE_BY_ONE = 50  # objects of a call that failed which are tried alone at once; the scheduler tries the others
MOST_AT_ONCE = 200  # objects of a round of `repeat`
LONGEST_PAUSE = 60  # minutes between two attempts; the first pauses are of 1, 2, 4 … minutes

logger = logging.getLogger(__name__)
_runners: dict[str, Runner] = {}


def register(name: str, runner: Runner) -> None:
    """Let `runner` do the work that is called `name`. It must be safe to repeat."""
    _runners[name] = runner


def after_commit(name: str, subject: str, keys: Iterable[object]) -> None:
    """Do the work for these objects once the present transaction is committed; each object of it is done once."""
    batch = _registered() or _Batch()
    batch.keys[name, subject].update(map(str, keys))
    # Each call registers it anew: a savepoint that is rolled back forgets what was registered within it.
    transaction.on_commit(batch)


def attempt(name: str, subject: str, keys: Iterable[object]) -> int:
    """Do the work now and return how much was written; an object with which it fails is logged and stored."""
    names = sorted({str(key) for key in keys})
    try:
        return _runners[name](subject, names)
    except Exception as error:
        if len(names) == 1 or isinstance(error, (OperationalError, InterfaceError)):  # not for one object's sake
            _store(name, subject, names, error)
            return 0
        logger.warning("%s of %d objects (%s) failed: each is tried alone", name, len(names), subject, exc_info=True)
        _store(name, subject, names[ONE_BY_ONE:], error)
    return sum(attempt(name, subject, [key]) for key in names[:ONE_BY_ONE])


def repeat() -> None:
    """Try again what has failed and is due: one object after the other, some in each round."""
    now = timezone.now()
    for failed in FollowUp.objects.order_by("tried_at")[:MOST_AT_ONCE]:
        pause = timedelta(minutes=min(2 ** min(failed.attempts - 1, 10), LONGEST_PAUSE))
        if failed.name in _runners and failed.tried_at + pause <= now and _succeeds(failed):
            failed.delete()


def _succeeds(failed: FollowUp) -> bool:
    try:
        _runners[failed.name](failed.subject, [failed.key])
    except Exception as error:  # noqa: BLE001 - it is logged and stored
        _store(failed.name, failed.subject, [failed.key], error)
        return False
    return True


def _store(name: str, subject: str, keys: list[str], error: Exception) -> None:
    """Log a failure and store it for `repeat`; without the database it is only logged."""
    for key in keys:
        logger.error("%s of %s %s failed", name, subject, key, exc_info=error)
    now, label = timezone.now(), type(error).__name__[:100]
    try:
        with transaction.atomic():
            known = FollowUp.objects.filter(name=name, subject=subject, key__in=keys)
            known.update(attempts=F("attempts") + 1, tried_at=now, error=label)
            rows = [FollowUp(name=name, subject=subject, key=key, failed_at=now, error=label) for key in keys]
            FollowUp.objects.bulk_create(rows, ignore_conflicts=True)
    except Error:
        logger.exception("What failed could not be stored, and is not repeated: %s of %s %s", name, subject, keys)


class _Batch:
    """The work of one transaction: done when it is called for the first time, and nothing afterwards."""

    def __init__(self) -> None:
        self.keys: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.__qualname__ = type(self).__qualname__  # Django's log names it by this when it fails

    def __call__(self) -> None:
        keys, self.keys = self.keys, defaultdict(set)
        for (name, subject), group in keys.items():
            attempt(name, subject, group)


def _registered() -> _Batch | None:
    """Return the work that is registered for the end of the present transaction, or None."""
    return next(calls_after_commit(_Batch), None)
