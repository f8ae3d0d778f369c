"""Runs the processes of the site, each of which is started again when it ends, and ends them together at Ctrl-C."""

import logging
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
LOOK_EVERY = 0.2  # seconds
EARLY = 10.0  # seconds: a process that ends sooner may be one that cannot run at all,
TRIES = 3  # which is found out after so many attempts

logger = logging.getLogger(__name__)


class Process:
    """A program in a session of its own, which is started again when it ends."""

    def __init__(self, name: str, command: tuple[str, ...], variables: dict[str, str]) -> None:
        self.name, self.command, self.variables = name, command, variables
        self.early_ends = 0
        self._begin()

    def keep_running(self) -> bool:
        """Start it again if it has ended, and tell whether that is worth trying: not if it always ends at once."""
        if self.popen.poll() is None:
            return True
        _kill_session(self.popen)  # its children, which may hold the port
        self.early_ends = self.early_ends + 1 if time.monotonic() - self.since < EARLY else 0
        if self.early_ends > TRIES:
            return False
        logger.warning("The %s has ended and is started again", self.name)
        self._begin()
        return True

    def _begin(self) -> None:
        self.since = time.monotonic()
        self.popen = subprocess.Popen([*_end_with_parent(), *self.command], env=self.variables, start_new_session=True)


class Processes:
    """Child processes, each in a session of its own: Ctrl-C in the terminal reaches this process, which ends them."""

    def __init__(self) -> None:
        self.started: list[Process] = []

    def start(self, name: str, *command: str, **environment: str) -> None:
        """Start a program; `name` is for people, `environment` is added to this process's own."""
        self.started.append(Process(name, command, {**os.environ, **environment}))

    def keep_running(self) -> bool:
        """Start again what has ended; tell whether all run."""
        running = [process.keep_running() for process in self.started]  # each of them, whatever the first one says
        return all(running)

    def wait(self) -> None:
        """Return when one of them cannot be kept running; a signal raises KeyboardInterrupt."""
        while self.keep_running():
            time.sleep(LOOK_EVERY)

    def end(self) -> None:
        """Terminate all and wait; after GRACE seconds, kill what is left of them and of their children."""
        processes = [process.popen for process in self.started]
        for process in processes:
            process.terminate()
        for process in processes:
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
