"""Runs the processes of the site and ends them together, so that Ctrl-C leaves none behind."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

END_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
GRACE = 10  # seconds between SIGTERM and SIGKILL


class Processes:
    """Child processes, each in a session of its own: Ctrl-C in the terminal reaches this process, which ends them."""

    def __init__(self) -> None:
        self.started: list[subprocess.Popen] = []

    def start(self, *command: str, **environment: str) -> None:
        """Start a program; `environment` is added to this process's own."""
        variables = {**os.environ, **environment}
        self.started.append(subprocess.Popen([*_end_with_parent(), *command], env=variables, start_new_session=True))

    def ended(self) -> subprocess.Popen | None:
        """Return a process that has exited, or None while all run."""
        return next((process for process in self.started if process.poll() is not None), None)

    def wait(self) -> None:
        """Return when one of them has exited; a signal raises KeyboardInterrupt."""
        while not self.ended():
            time.sleep(0.2)

    def end(self) -> None:
        """Terminate all and wait; after GRACE seconds, kill what is left of them and of their children."""
        for process in self.started:
            process.terminate()
        for process in self.started:
            with suppress(subprocess.TimeoutExpired):
                process.wait(GRACE)
            _kill_session(process)


@contextmanager
def running_together() -> Iterator[Processes]:
    """Yield Processes, which all end with the block, or at SIGINT, SIGTERM or SIGHUP."""
    processes = Processes()
    previous = {number: signal.getsignal(number) for number in END_SIGNALS}
    handled = [number for number in END_SIGNALS if previous[number] is not signal.SIG_IGN]  # nohup ignores SIGHUP
    _set_handler(handled, signal.default_int_handler)
    try:
        yield processes
    finally:
        _set_handler(handled, signal.SIG_IGN)  # a second Ctrl-C must not interrupt the end
        processes.end()
        for number in handled:
            signal.signal(number, previous[number])


def _set_handler(numbers: Iterable[int], handler: Any) -> None:
    for number in numbers:
        signal.signal(number, handler)


def _end_with_parent() -> tuple[str, ...]:
    """Return the prefix of a command whose process ends even when this one is killed; empty where Linux lacks it."""
    setpriv = shutil.which("setpriv")
    return (setpriv, "--pdeathsig", "TERM") if setpriv else ()


def _kill_session(process: subprocess.Popen) -> None:
    with suppress(ProcessLookupError):  # nothing is left, as expected
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
