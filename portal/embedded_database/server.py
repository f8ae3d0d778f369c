"""One PostgreSQL server in a folder: created, started, found running, stopped, also after a crash.

Nothing here guards against two processes at once; `shared_server` does.
"""

import hashlib
import os
import shutil
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from portal.embedded_database.binaries import DatabaseUnavailable, run, server_user

# No TCP at all: the server is reached through a socket in a folder that only its user may enter.
FLAGS = ("-h ''", "-p 5432", "-c max_connections=100", "-c shared_buffers=64MB", "-c jit=off")
# What a power cut would destroy is made again by the next test run.
FORGETFUL_FLAGS = ("-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off")
RETRY_AFTER_A_CRASH = 30  # seconds


def start(directory: Path, *, forgetful: bool = False) -> str:
    """Return the address (postgres://…) of the server in `directory`, which is created and started as needed.

    Raises DatabaseUnavailable with the end of the server's log where it does not start.
    """
    sockets = _socket_directory(directory)
    if not directory.exists():
        _create(directory)
    flags = (*FLAGS, *(FORGETFUL_FLAGS if forgetful else ()), f"-k {sockets}")
    crashed = (directory / "postmaster.pid").exists()
    deadline = time.monotonic() + (RETRY_AFTER_A_CRASH if crashed else 0)
    while not _is_ready(directory, sockets):
        _forget_stale_process(directory, sockets)
        try:
            run("pg_ctl", "start", "-D", directory, "-w", "-l", directory / "log", "-o", " ".join(flags))
        except DatabaseUnavailable:
            # After kill -9 the orphaned backends hold the old shared memory for a moment.
            if time.monotonic() >= deadline:
                raise DatabaseUnavailable(_end_of_log(directory)) from None
            time.sleep(0.2)
    return f"postgres://postgres@/postgres?host={quote(str(sockets), safe='')}&port=5432"


def stop(directory: Path) -> None:
    """Stop the server; connections still open are cut. Nothing happens where none runs."""
    if (directory / "postmaster.pid").exists():
        run("pg_ctl", "stop", "-D", directory, "-w", "-m", "fast")
        with suppress(OSError):  # not empty, or gone already
            _socket_directory(directory).rmdir()


def _create(directory: Path) -> None:
    """Create the files of a server, under another name first: an interrupted start leaves no half-made database."""
    unfinished = directory.with_name(f"{directory.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    _give_to_server(unfinished)
    locale = ("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--encoding=UTF8")
    run("initdb", "-D", unfinished, "--auth=trust", "--username=postgres", *locale, "--no-sync")
    unfinished.rename(directory)


def _give_to_server(path: Path) -> None:
    if path.stat().st_uid != server_user():
        os.chown(path, server_user(), server_user())


def _socket_directory(directory: Path) -> Path:
    """Return a short private folder: the path of a Unix socket may have 107 bytes, and `pg_ctl -o` splits at blanks.

    Always under /tmp, since TMPDIR may differ between two processes that share a server.
    """
    name = hashlib.sha256(os.fsencode(directory)).hexdigest()[:12]
    path = Path(f"/tmp/portal-{os.geteuid()}-{name}")  # noqa: S108 (the owner is checked on the next lines)
    path.mkdir(mode=0o700, exist_ok=True)
    if path.is_symlink() or path.stat().st_uid not in (os.geteuid(), server_user()):
        raise DatabaseUnavailable(f"The folder {path} belongs to somebody else.")
    _give_to_server(path)
    return path


def _is_ready(directory: Path, sockets: Path) -> bool:
    """Tell whether the server takes connections: the eighth line of its file says so, and its socket answers."""
    try:
        status = (directory / "postmaster.pid").read_text().split("\n")[7].strip()
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(str(sockets / ".s.PGSQL.5432"))
    except (OSError, IndexError):
        return False
    return status == "ready"


def _forget_stale_process(directory: Path, sockets: Path) -> None:
    """Delete a postmaster.pid that a crash left behind and whose number now is another process's."""
    file = directory / "postmaster.pid"
    if file.exists() and str(directory) not in _command_line(file.read_text().split("\n", 1)[0]):
        file.unlink()
        (sockets / ".s.PGSQL.5432.lock").unlink(missing_ok=True)


def _command_line(process: str) -> str:
    if not Path("/proc/self").exists():  # macOS
        command = ["ps", "-ww", "-o", "command=", "-p", process]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
    try:
        return os.fsdecode(Path(f"/proc/{process}/cmdline").read_bytes())
    except OSError:
        return ""


def _end_of_log(directory: Path) -> str:
    try:
        lines = (directory / "log").read_text(errors="replace").splitlines()[-6:]
    except OSError:
        lines = []
    return "\n".join(["The embedded PostgreSQL does not start. The end of its log:", *lines, ""])
