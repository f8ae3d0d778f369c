"""The processes of the demonstration end together, however the end comes."""

import signal
import subprocess
import sys

import pytest

from tests.processes import ROOT, processes_of

# Two processes: one that ends when asked, and one that has to be made to.
PROGRAM = """
import sys
from portal.demo import processes

processes.GRACE = 0.5
deaf = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)"
stubborn = f"{deaf}; import time; print('up', flush=True); time.sleep(600)"
try:
    with processes.running_together() as together:
        together.start(sys.executable, "-c", stubborn, sys.argv[1])
        together.start(sys.executable, "-c", sys.argv[2], sys.argv[1])
        together.wait()
        print("one ended by itself", flush=True)
except KeyboardInterrupt:
    print("asked to end", flush=True)
"""
PATIENT = "import time; print('up', flush=True); time.sleep(600)"


@pytest.fixture
def run(tmp_path):
    started = []

    def start(second):
        command = [sys.executable, "-c", PROGRAM, str(tmp_path), second]
        started.append(subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_a_signal_ends_them_all_the_stubborn_one_too(run, tmp_path, number):
    process = run(PATIENT)
    assert [process.stdout.readline() for _ in range(2)] == ["up\n", "up\n"]
    process.send_signal(number)
    assert process.stdout.read() == "asked to end\n"
    assert process.wait() == 0
    assert processes_of(tmp_path) == []


def test_when_one_ends_by_itself_the_others_end_too(run, tmp_path):
    process = run("pass")
    assert "one ended by itself" in process.stdout.read()
    process.wait()
    assert processes_of(tmp_path) == []
