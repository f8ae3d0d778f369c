"""What happens by itself: publishing, expiring and forgetting failed log-ins every minute; once a day reminders, the
removal of contacts whose time is over, letting the search find what the day made public, and checking links.

One process at a time does this. It holds an advisory lock, which PostgreSQL takes back when the process or its
connection dies; whoever else was started waits for that.
"""

import logging
import threading
from datetime import timedelta
from enum import Enum
from functools import partial

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, DatabaseError, InterfaceError, connection, connections
from django.utils import timezone

from partners.contacts.purging import purge_expired_contacts
from portal.accounts.attempts import forget_old_attempts
from portal.core import moment
from portal.editing.links.checking import check_links
from portal.editing.models import Heartbeat
from portal.reminders.sending import send_reminders
from portal.search.writing import write_missing

PUBLISHING, FORGETTING, LINKS = "publishing", "forgetting", "links"
REMINDERS, PURGING, FINDING = "reminders", "purging", "finding"
SILENCE = timedelta(minutes=15)  # after which staff are warned
LOCK_KEY = 0x7363686564  # any number that nothing else locks
LOOK_EVERY = 5.0  # seconds between two looks whether the other scheduler is gone

logger = logging.getLogger(__name__)


class Turn:
    """The right to be the scheduler, on a connection of its own: nothing else that runs here may close it."""

    def __init__(self):
        self._connection = None

    def is_mine(self) -> bool:
        """Take the turn if it is free, and tell whether this process has it. A lost connection has lost it."""
        try:
            return self._still_there() if self._connection else self._take()
        except (DatabaseError, InterfaceError):
            self.leave()
            raise

    def leave(self):
        if self._connection:
            self._connection.close()
        self._connection = None

    def _still_there(self) -> bool:
        with self._connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return True

    def _take(self) -> bool:
        self._connection = connections.create_connection(DEFAULT_DB_ALIAS)
        with self._connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK_KEY])
            is_free = cursor.fetchone()[0]
        if not is_free:
            self.leave()
        return is_free


class State(Enum):
    WAITING = "Another process is the scheduler"
    AT_WORK = "This process is the scheduler"
    WITHOUT_DATABASE = "The scheduler waits for the database"


def run(every: float, stop: threading.Event):
    """Do what is due every so many seconds until `stop` is set; a database that is away is waited for."""
    turn, before = Turn(), None
    try:
        while not stop.is_set():
            state = _one_round(turn, stop)
            if state is not before:  # said once, however long it lasts
                logger.log(logging.WARNING if state is State.WITHOUT_DATABASE else logging.INFO, state.value)
            before = state
            stop.wait(every if state is State.AT_WORK else min(every, LOOK_EVERY))
    finally:
        turn.leave()


def _one_round(turn: Turn, stop: threading.Event) -> State:
    """Do what is due, if it is this process's turn."""
    try:
        if not turn.is_mine():
            return State.WAITING
        do_what_is_due(stop)
    except (DatabaseError, InterfaceError) as error:
        logger.debug("%s", error)
        connection.close()
        return State.WITHOUT_DATABASE
    return State.AT_WORK


def do_what_is_due(stop: threading.Event):
    """Publish and expire; do what was not done today. A job that fails leaves no heartbeat, and is tried again."""
    _do(PUBLISHING, partial(call_command, "publish_scheduled"))
    _do(FORGETTING, forget_old_attempts)
    daily = {
        FINDING: write_missing,
        REMINDERS: send_reminders,
        PURGING: purge_expired_contacts,
        LINKS: partial(check_links, stop=stop),
    }
    for name, job in daily.items():
        last = Heartbeat.last(name)
        if not stop.is_set() and (last is None or last.astimezone(moment.BERLIN).date() < moment.today()):
            _do(name, job)


def _do(name: str, job):
    try:
        job()
    except (DatabaseError, InterfaceError):
        raise
    except Exception:  # the next round tries again, and the missing heartbeat warns the staff
        logger.exception("The scheduler's job %s failed", name)
        return
    Heartbeat.beat(name)


def has_stopped() -> bool:
    """Tell whether nothing was published or expired for too long, for want of a scheduler or because it fails."""
    last = Heartbeat.last(PUBLISHING)
    return last is None or timezone.now() - last > SILENCE
