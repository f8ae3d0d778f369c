"""Processes that use a separate embedded server, not the one that the tests run on."""

import os
import subprocess
import sys

from tests.processes import ROOT

# Answer each line of SQL with the first value of its result; exit at the end of the input.
PROGRAM = """
import os, sys
import psycopg
from portal.embedded_database.shared_server import ensure_database_url

ensure_database_url(sys.argv[1])
print("ready", flush=True)
with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
    for line in iter(sys.stdin.readline, ""):
        cursor = connection.execute(line)
        print(cursor.fetchone()[0] if cursor.description else "done", flush=True)
"""


class Client:
    """A client process. `prefix` is prepended to its command, `environment` is added to its variables."""

    def __init__(self, directory, *, prefix=(), environment=None):
        variables = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        self.process = subprocess.Popen(
            [*prefix, sys.executable, "-c", PROGRAM, str(directory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd="/",
            env={**variables, "PYTHONPATH": str(ROOT), **(environment or {})},
            start_new_session=True,
        )

    def ready(self):
        """Wait until the server runs, and return the client."""
        assert self.process.stdout.readline() == "ready\n"
        return self

    def ask(self, statement):
        """Run one line of SQL and return the answer as text."""
        self.process.stdin.write(f"{statement}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def leave(self):
        """Let the process end normally; return its exit code."""
        self.process.stdin.close()
        return self.process.wait()

    def signal(self, number):
        """Send a signal and wait for the process to end; return its exit code."""
        self.process.send_signal(number)
        return self.process.wait()


def server_process(directory):
    """Return the process id of the running server, from its PID file."""
    return int((directory / "postmaster.pid").read_text().split("\n", 1)[0])
