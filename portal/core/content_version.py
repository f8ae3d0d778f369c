"""One number that moves when published content changes; what is kept in memory is stamped with it.

The number is a database sequence, so that all processes see the same; each looks at most once a second.
"""

import threading
import time
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import DatabaseError, InterfaceError, connection, transaction
from django.db.models.signals import m2m_changed, post_delete, post_save

LOOK_EVERY = 1.0  # seconds
KEEP = 60.0  # seconds: some of what is kept also turns with the clock
WATCHED = {"media", "pages", "partners", "programs", "search", "wagtailcore", "wagtailredirects"}

_held: ContextVar[list | None] = ContextVar("content_version_held", default=None)
_lock = threading.Lock()
_seen = {"version": 0, "at": float("-inf")}
_kept: dict[str, tuple[int, float, object]] = {}


def get() -> int:
    """Return the version; with the database away, the last one seen."""
    if _is_due():
        with _lock:  # the first reader makes the others wait: nobody may keep a thing under "not read yet"
            if _is_due():
                _look()
    return _seen["version"]


def memo(name: str, build, holds=None):
    """Return what `build` returned at this content version: at most a minute ago, or as long as it `holds`."""
    version, now = get(), time.monotonic()
    kept = _kept.get(name)
    if kept is None or kept[0] != version or not (holds(kept[2]) if holds else now - kept[1] <= KEEP):
        kept = _kept[name] = (version, now, build())
    return kept[2]


def last_known(name: str):
    """Return what `memo` kept under `name`, however old, or None: for pages made while the database is away."""
    return _kept.get(name, (0, 0.0, None))[2]


def bump(**_signal):
    """Move the version once the present transaction is committed."""
    held = _held.get()
    if held is None:
        transaction.on_commit(_move)
    else:
        held.append(True)


@contextmanager
def moved_once():
    """Move the version once for all that changes inside, instead of with each object."""
    wishes: list[bool] = []
    before = _held.set(wishes)
    try:
        yield
    finally:
        _held.reset(before)
        if wishes:
            bump()


def forget():
    """Forget everything: for whoever reads before the commit what was changed since, and for tests, without commits."""
    _seen.update(version=0, at=float("-inf"))
    _kept.clear()


def watch():
    """Move the version whenever an object that visitors can see is saved or deleted."""
    for signal in (post_save, post_delete, m2m_changed):
        signal.connect(_bump_if_watched)


def _bump_if_watched(sender, **_signal):
    if sender._meta.app_label in WATCHED:
        bump()


def _is_due() -> bool:
    return time.monotonic() - _seen["at"] > LOOK_EVERY


def _look():
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT last_value FROM content_version")
            _seen["version"] = cursor.fetchone()[0]
    except (DatabaseError, InterfaceError):
        pass  # the page may still be had from what is kept; a page that needs the database will say so itself
    _seen["at"] = time.monotonic()


def _move():
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('content_version')")
        _seen["version"] = cursor.fetchone()[0]
