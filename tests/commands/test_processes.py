"""The processes of the demo end together, however they are ended."""

import os
import shutil
import signal
import subprocess
import sys

import pytest

from tests.processes import ROOT, each_ending, kill_processes_of, processes_of

SUPERVISOR = """
import sys
from portal.demo import processes

processes.GRACE = 0.5
folder, *programs = sys.argv[1:]
try:
    with processes.running_together() as together:
        for program in programs:
            together.start("program", sys.executable, "-c", program, folder)
        together.wait()
        print("one cannot run", flush=True)
except KeyboardInterrupt:
    print("asked to end", flush=True)
"""
POLITE = r"import os, time; os.write(1, b'up\n'); time.sleep(600)"
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); " + POLITE


@pytest.fixture
def run(tmp_path, limited):
    started = []

    def start(*programs):
        command = [sys.executable, "-c", SUPERVISOR, str(tmp_path), *programs]
        started.append(subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True))
        return started[-1]

    yield start
    kill_processes_of(tmp_path)
    for process in started:
        process.wait()


@each_ending
def test_a_signal_ends_them_all_the_stubborn_one_too(run, tmp_path, number):
    process = run(STUBBORN, POLITE)
    assert [process.stdout.readline() for _ in range(2)] == ["up\n", "up\n"]
    process.send_signal(number)
    assert process.stdout.read() == "asked to end\n"
    assert process.wait() == 0
    assert processes_of(tmp_path) == []


def test_one_that_is_killed_is_started_again_and_the_others_run_on(run, tmp_path):
    process = run(POLITE, "import os, time; os.write(1, b'%d\\n' % os.getpid()); time.sleep(600)")
    lines = [process.stdout.readline() for _ in range(2)]
    first = next(line for line in lines if line != "up\n")
    os.kill(int(first), signal.SIGKILL)
    assert int(process.stdout.readline()) != int(first)
    assert process.poll() is None


def test_when_one_always_ends_at_once_the_others_end_too(run, tmp_path):
    process = run(STUBBORN, "pass")
    assert "one cannot run" in process.stdout.read()
    process.wait()
    assert processes_of(tmp_path) == []


@pytest.mark.skipif(not shutil.which("setpriv"), reason="setpriv is missing: only Linux can promise this")
def test_even_a_killed_one_takes_the_others_along(run, tmp_path):
    process = run(POLITE)
    assert process.stdout.readline() == "up\n"
    process.kill()
    assert process.stdout.read() == ""  # no process is left that could write
    assert processes_of(tmp_path) == []
