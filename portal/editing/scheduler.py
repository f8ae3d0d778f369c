"""Runs the recurring jobs.

Every minute: publishing, unpublishing, deleting failed log-ins, repeating what failed after a commit. Once a day:
indexing what the day made public, reminders, deleting expired contacts, checking links.

A job that fails stops no other. Its heartbeat says so, and staff see it (`portal.editing.jobs`).

One process at a time is the scheduler. It holds an advisory lock, which PostgreSQL releases when the process or its
connection ends; other processes wait for that.
"""

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import Enum
from functools import partial
from typing import Any

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, DatabaseError, InterfaceError, connection, connections
from django.db.models.functions import Coalesce
from django.utils import timezone

from partners.contacts.purging import purge_expired_contacts
from portal.accounts.attempts import forget_old_attempts
from portal.core import follow_ups, locks
from portal.core.time import moment
from portal.editing.links.checking import check_links
from portal.editing.models import Heartbeat
from portal.reminders.sending import send_reminders
from portal.search.writing import write_missing

PUBLISHING, FORGETTING, FOLLOWING = "publishing", "forgetting", "following"
REMINDERS, PURGING, FINDING, LINKS = "reminders", "purging", "finding", "links"
WARN_AFTER = timedelta(minutes=15)  # without a heartbeat
PAUSE = timedelta(minutes=15)  # after a daily job that failed
RETRY_EVERY = 5.0  # seconds, while another process is the scheduler or the database is away

logger = logging.getLogger(__name__)


class SchedulerLock:
    """The lock of the scheduler, on a database connection of its own, which no job can close."""

    def __init__(self) -> None:
        self._connection: Any = None

    def acquire(self) -> bool:
        """Take the lock if it is free, and tell whether this process holds it.

        Raises DatabaseError or InterfaceError when the connection is lost, and the lock with it.
        """
        try:
            return self._is_connected() if self._connection else self._take()
        except (DatabaseError, InterfaceError):
            self.release()
            raise

    def release(self) -> None:
        if self._connection:
            self._connection.close()
        self._connection = None

    def _is_connected(self) -> bool:
        with self._connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return True

    def _take(self) -> bool:
        self._connection = connections.create_connection(DEFAULT_DB_ALIAS)
        is_free = locks.take_if_free(locks.SCHEDULER, self._connection)
        if not is_free:
            self.release()
        return is_free


class State(Enum):
    WAITING = "Another process is the scheduler"
    AT_WORK = "This process is the scheduler"
    WITHOUT_DATABASE = "The scheduler waits for the database"


def run(every: float, stop: threading.Event) -> None:
    """Run the jobs that are due, every so many seconds, until `stop` is set; wait for a database that is away."""
    lock, previous = SchedulerLock(), None
    try:
        while not stop.is_set():
            state = _run_once(lock, stop)
            if state is not previous:  # logged once, however long it lasts
                logger.log(logging.WARNING if state is State.WITHOUT_DATABASE else logging.INFO, state.value)
            previous = state
            stop.wait(every if state is State.AT_WORK else min(every, RETRY_EVERY))
    finally:
        lock.release()


def _run_once(lock: SchedulerLock, stop: threading.Event) -> State:
    """Run the jobs that are due, if this process is the scheduler."""
    try:
        if not lock.acquire():
            return State.WAITING
        run_due_jobs(stop)
    except (DatabaseError, InterfaceError) as error:
        logger.debug("%s", error)
        connection.close()
        return State.WITHOUT_DATABASE
    return State.AT_WORK


def run_due_jobs(stop: threading.Event) -> None:
    """Run the jobs of every minute, and the daily ones that have not succeeded today."""
    _run_job(PUBLISHING, partial(call_command, "publish_scheduled"))
    _run_job(FORGETTING, forget_old_attempts)
    _run_job(FOLLOWING, follow_ups.repeat)
    daily: dict[str, Callable[[], object]] = {
        FINDING: write_missing,
        REMINDERS: send_reminders,
        PURGING: purge_expired_contacts,
        LINKS: partial(check_links, stop=stop),
    }
    for name, job in daily.items():
        if not stop.is_set() and _is_due(Heartbeat.objects.filter(name=name).first()):
            _run_job(name, job)


def _is_due(heartbeat: Heartbeat | None) -> bool:
    """Tell whether a daily job has not succeeded today, and not failed a moment ago."""
    if heartbeat and heartbeat.error and heartbeat.tried_at and timezone.now() - heartbeat.tried_at < PAUSE:
        return False
    last = heartbeat.at if heartbeat else None
    return last is None or last.astimezone(moment.BERLIN).date() < moment.today()


def _run_job(name: str, job: Callable[[], object]) -> None:
    """Run a job and store its heartbeat. A failure is logged; without the database the exception is raised."""
    try:
        job()
    except Exception as error:
        if isinstance(error, (DatabaseError, InterfaceError)) and not connection.is_usable():
            raise
        logger.exception("The scheduler's job %s failed", name)
        Heartbeat.miss(name, error)
        return
    Heartbeat.beat(name)


def has_stopped() -> bool:
    """Tell whether publishing was not tried for 15 minutes: no scheduler runs. That it fails is said with the job."""
    last = Heartbeat.objects.filter(name=PUBLISHING).values_list(Coalesce("tried_at", "at"), flat=True).first()
    return is_too_long_ago(last)


def is_too_long_ago(last: datetime | None) -> bool:
    """Tell whether publishing, last tried at that moment, has stopped."""
    return last is None or timezone.now() - last > WARN_AFTER
