"""A checkout of its own for a test that runs the commands, so that the reader's `var` is never touched."""

import os
import shutil
import signal
import socket
import subprocess
import sys

from tests.processes import ROOT

NEEDED = ("manage.py", "Makefile", "requirements.lock", "tools", "locale", "portal", "partners", "programs")
SHOWN = ("templates", "static")
# The environment is there already; what make would say if it were not is another test's subject.
MAKE = ("make", "--old-file=.venv/installed")
VARIABLES = {"DATABASE_URL", "DEMO_PASSWORD", "DJANGO_SETTINGS_MODULE", "MAKEFLAGS", "MAKELEVEL", "MEDIA_ROOT"}


def copy_checkout(target):
    """Copy what the commands need, with the virtual environment of the running tests in its place."""
    for name in (*NEEDED, *SHOWN):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, target / name)
    (target / ".venv").symlink_to(sys.prefix)
    return target


def of_a_new_reader(**more):
    """Return the variables of somebody who has set none of the portal's, but `more`."""
    return {**{name: value for name, value in os.environ.items() if name not in VARIABLES}, **more}


def make(checkout, *arguments, **variables):
    """Run make to its end."""
    command = [*MAKE, *arguments]
    return subprocess.run(command, cwd=checkout, env=of_a_new_reader(**variables), capture_output=True, text=True)


def free_port():
    """Return a port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class RunningDemo:
    """`make demo` in a terminal of its own, which has introduced itself."""

    def __init__(self, checkout, port):
        self.process = subprocess.Popen(
            [*MAKE, "demo", f"PORT={port}"],
            cwd=checkout,
            env=of_a_new_reader(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.said = ""
        for line in self.process.stdout:
            self.said += line
            if line.startswith("Ctrl-C"):
                return
        raise AssertionError(self.said)

    def end(self, number=signal.SIGINT):
        """Signal everything in the foreground, as a terminal does; return what was still said."""
        os.killpg(self.process.pid, number)
        said = self.process.stdout.read()
        self.process.wait()
        return said
