"""Runs the processes of the site side by side and ends them together, so that Ctrl-C leaves none behind."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
GRACE = 10  # seconds between asking a process to end and making it


class Processes:
    """Each process stands in a session of its own: Ctrl-C in the terminal reaches this one alone, which tells them."""

    def __init__(self) -> None:
        self.started = []

    def start(self, *command: str, **environment: str) -> None:
        """Start a program; `environment` is added to this process's own."""
        variables = {**os.environ, **environment}
        self.started.append(
            subprocess.Popen([*_ending_with_this_process(), *command], env=variables, start_new_session=True)
        )

    def ended(self) -> subprocess.Popen | None:
        """Return the process that ended by itself, or None while all run."""
        return next((process for process in self.started if process.poll() is not None), None)

    def wait(self) -> None:
        """Return when one of them has ended by itself; a signal raises KeyboardInterrupt."""
        while not self.ended():
            time.sleep(0.2)

    def end(self) -> None:
        """Ask all to end, and wait; what is left of a process or its children after GRACE seconds is killed."""
        for process in self.started:
            process.terminate()
        for process in self.started:
            with suppress(subprocess.TimeoutExpired):
                process.wait(GRACE)
            _kill_session(process)


@contextmanager
def running_together() -> Iterator[Processes]:
    """Yield Processes; at the end, and at a signal that asks for it, all of them end."""
    processes = Processes()
    before = {number: signal.getsignal(number) for number in ENDINGS}
    heard = [number for number in ENDINGS if before[number] is not signal.SIG_IGN]  # nohup ignores SIGHUP, and means it
    _answer(heard, signal.default_int_handler)
    try:
        yield processes
    finally:
        _answer(heard, signal.SIG_IGN)  # a second Ctrl-C must not cut the ending short
        processes.end()
        for number in heard:
            signal.signal(number, before[number])


def _answer(numbers: Iterable[int], handler: Any) -> None:
    for number in numbers:
        signal.signal(number, handler)


def _ending_with_this_process() -> tuple[str, ...]:
    """Where Linux offers it, a process is told to end even when this one is killed."""
    setpriv = shutil.which("setpriv")
    return (setpriv, "--pdeathsig", "TERM") if setpriv else ()


def _kill_session(process: subprocess.Popen) -> None:
    with suppress(ProcessLookupError):  # as it should be: nothing is left
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
