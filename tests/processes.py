"""Processes that tests start: signals that end them, a time limit, and finding those still running."""

import os
import signal
import subprocess
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

LONGEST = 300  # seconds; running `make demo` twice from scratch takes almost a minute

ROOT = Path(__file__).resolve().parent.parent

each_ending = pytest.mark.parametrize(
    "number",
    [
        signal.SIGINT,
        signal.SIGTERM,
        pytest.param(
            signal.SIGHUP,
            marks=pytest.mark.skipif(
                signal.getsignal(signal.SIGHUP) is signal.SIG_IGN,
                reason="SIGHUP is ignored, as nohup does: all that a test starts would ignore it, too",
            ),
        ),
    ],
    ids=lambda number: number.name,
)


@contextmanager
def no_endless_waiting(seconds=LONGEST):
    """Raise TimeoutError if the body takes longer than `seconds`, and again if its clean-up does."""

    def give_up(_number, _frame):
        raise TimeoutError(f"This took longer than {seconds} seconds.")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def processes_of(folder):
    """Return the ids of all processes that work in `folder` or have it in their command."""
    if not Path("/proc/self").exists():  # macOS
        lines = subprocess.run(["ps", "-axww", "-o", "pid=,command="], capture_output=True, text=True).stdout
        return [int(line.split()[0]) for line in lines.splitlines() if str(folder) in line]
    return [int(entry.name) for entry in Path("/proc").glob("[0-9]*") if str(folder) in _traces(entry)]


def kill_processes_of(folder):
    """Kill all processes of `folder`."""
    for process in processes_of(folder):
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


def _traces(entry):
    try:
        return os.fsdecode((entry / "cmdline").read_bytes()) + os.readlink(entry / "cwd")
    except OSError:  # the process has ended, or belongs to another user
        return ""
