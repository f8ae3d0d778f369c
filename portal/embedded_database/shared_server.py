"""The PostgreSQL server of development, demo and tests, shared by several processes.

The first process starts it and the last one stops it. With DATABASE_URL set, nothing here runs; child processes
(autoreload, granian's workers, xdist) inherit that variable.

Beside the server's folder lie two empty files, on which the kernel holds locks: `….lock` belongs to the process that
starts or stops the server, `….users` is shared by all that use it. The kernel releases both even after kill -9.
"""

import atexit
import fcntl
import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from portal.embedded_database import server
from portal.embedded_database.binaries import DatabaseUnavailable


def ensure_database_url(directory: Path | str, *, forgetful: bool = False) -> None:
    """Put the address of a running server into DATABASE_URL, unless that is set already.

    `directory` holds the server's files and is created as needed; a `forgetful` server is faster and does not survive
    a power cut. Raises DatabaseUnavailable. The server stops with the last process that called this.
    """
    if os.environ.get("DATABASE_URL"):
        return
    directory = Path(directory).resolve()
    try:
        directory.parent.mkdir(parents=True, exist_ok=True)
        with _exclusive_lock(directory):
            _register_user(directory)
            os.environ["DATABASE_URL"] = server.start(directory, forgetful=forgetful)
    except OSError as error:
        raise DatabaseUnavailable(f"The embedded PostgreSQL cannot use its folder: {error}.") from error


def delete_server(directory: Path | str) -> None:
    """Delete the server with all its data; raises DatabaseUnavailable while a process uses it."""
    directory = Path(directory).resolve()
    if not directory.exists():
        return
    with _exclusive_lock(directory):
        if not _is_unused(directory):
            raise DatabaseUnavailable("The database is in use: first stop the demo, with Ctrl-C in its terminal.")
        server.stop(directory)
        shutil.rmtree(directory)


@contextmanager
def _exclusive_lock(directory: Path) -> Iterator[None]:
    """Let one process at a time start, stop or delete the server; the others wait here."""
    with open(f"{directory}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _register_user(directory: Path) -> None:
    """Count this process among the users of the server until it exits; the last user to exit stops the server."""
    users, owner = open(f"{directory}.users", "w"), os.getpid()  # noqa: SIM115 (held for as long as this process runs)
    fcntl.flock(users, fcntl.LOCK_SH)
    _exit_normally_when_terminated()

    @atexit.register
    def stop_after_last_user() -> None:
        if os.getpid() != owner:  # a forked child, which started nothing
            return
        with _exclusive_lock(directory):
            users.close()
            if _is_unused(directory):
                server.stop(directory)


def _exit_normally_when_terminated() -> None:
    """Treat SIGTERM and SIGHUP as Ctrl-C: by default they end Python without its exit handlers."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)


def _is_unused(directory: Path) -> bool:
    with open(f"{directory}.users", "w") as users:
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
