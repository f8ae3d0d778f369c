"""The PostgreSQL server of development, demo and tests: started with the first process, stopped with the last.

Set DATABASE_URL and nothing here runs. Child processes (autoreload, granian's workers, xdist) inherit DATABASE_URL.
Beside the server's folder lie two empty files: `….lock` is held while somebody starts or stops the server, and all
processes that use it hold `….users` together. The kernel takes both back even after kill -9, so they cannot lie.
"""

import atexit
import fcntl
import os
import shutil
import signal
import sys
from contextlib import contextmanager
from pathlib import Path

from portal.embedded_database import server
from portal.embedded_database.binaries import DatabaseUnavailable


def ensure_database_url(directory, *, forgetful=False):
    """Put the address of a running server into DATABASE_URL, unless the reader has set it.

    `directory` holds the server's files and is created as needed; a `forgetful` server is faster and does not survive
    a power cut. Raises DatabaseUnavailable. The server stops with the last process that called this.
    """
    if os.environ.get("DATABASE_URL"):
        return
    directory = Path(directory).resolve()
    try:
        directory.parent.mkdir(parents=True, exist_ok=True)
        with _alone(directory):
            _stop_with_the_last_user(directory)
            os.environ["DATABASE_URL"] = server.start(directory, forgetful=forgetful)
    except OSError as error:
        raise DatabaseUnavailable(f"The embedded PostgreSQL cannot use its folder: {error}.") from error


def discard(directory):
    """Delete the server with all its data; raises DatabaseUnavailable while a process still uses it."""
    directory = Path(directory).resolve()
    if not directory.exists():
        return
    with _alone(directory):
        if not _is_unused(directory):
            raise DatabaseUnavailable("The database is in use: first stop the demo, with Ctrl-C in its terminal.")
        server.stop(directory)
        shutil.rmtree(directory)


@contextmanager
def _alone(directory):
    """Only one process at a time starts, stops or deletes the server; the others wait here."""
    with open(f"{directory}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _stop_with_the_last_user(directory):
    users, owner = open(f"{directory}.users", "w"), os.getpid()  # noqa: SIM115 (held for as long as this process runs)
    fcntl.flock(users, fcntl.LOCK_SH)
    _leave_in_order_when_terminated()

    @atexit.register
    def leave():
        if os.getpid() != owner:  # a forked child ends without having started anything
            return
        with _alone(directory):
            users.close()
            if _is_unused(directory):
                server.stop(directory)


def _leave_in_order_when_terminated():
    """SIGTERM and a closed terminal would end Python without its exit handlers; as Ctrl-C they do not."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)


def _is_unused(directory):
    with open(f"{directory}.users", "w") as users:
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


if __name__ == "__main__":  # `make demo-reset`: manage.py would start the server that is to be deleted
    try:
        discard(sys.argv[1])
    except DatabaseUnavailable as unavailable:
        sys.exit(str(unavailable))
