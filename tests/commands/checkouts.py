"""A separate checkout for tests that run the commands, so that the developer's `var` is never touched."""

import os
import shutil
import signal
import socket
import subprocess
import sys

from tests.processes import ROOT

NEEDED = ("manage.py", "Makefile", "requirements.lock", "tools", "locale", "portal", "partners", "programs", "atlas")
SHOWN = ("templates", "static")
# The environment exists already; test_make.py covers what happens without it.
MAKE = ("make", "--old-file=.venv/installed")
VARIABLES = {"DATABASE_URL", "DEMO_PASSWORD", "DJANGO_SETTINGS_MODULE", "MAKEFLAGS", "MAKELEVEL", "MEDIA_ROOT"}


def copy_checkout(target):
    """Copy what the commands need, link the virtual environment of the running tests, and return the target."""
    for name in (*NEEDED, *SHOWN):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, target / name)
    (target / ".venv").symlink_to(sys.prefix)
    return target


def clean_environment(**variables):
    """Return the environment without the portal's variables, plus `variables`."""
    return {**{name: value for name, value in os.environ.items() if name not in VARIABLES}, **variables}


def make(checkout, *arguments, **variables):
    """Run make to completion and return the finished process."""
    command = [*MAKE, *arguments]
    return subprocess.run(command, cwd=checkout, env=clean_environment(**variables), capture_output=True, text=True)


def free_port():
    """Return a port that was free when checked."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class RunningDemo:
    """`make demo` in its own session, started up as far as its introduction; the output is in `said`."""

    def __init__(self, checkout, port):
        self.process = subprocess.Popen(
            [*MAKE, "demo", f"PORT={port}"],
            cwd=checkout,
            env=clean_environment(),
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
        """Signal the whole process group, as a terminal does; return the remaining output."""
        os.killpg(self.process.pid, number)
        output = self.process.stdout.read()
        self.process.wait()
        return output
