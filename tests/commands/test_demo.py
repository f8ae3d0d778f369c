"""`make demo`, from scratch and again, and `make demo-reset`."""

import re
import signal
import socket
import subprocess
import sys
from contextlib import closing
from http.client import HTTPConnection

import pytest

from portal.demo.loading.staff import ACCOUNTS
from tests.commands.checkouts import RunningDemo, clean_environment, copy_checkout, free_port, make
from tests.processes import ROOT, kill_processes_of, processes_of

pytestmark = pytest.mark.usefixtures("limited")
RENAME = "from portal.accounts.models import User; User.objects.filter(username='editor').update(first_name='Kept')"
SHOW_NAME = "from portal.accounts.models import User; print(User.objects.get(username='editor').first_name)"


@pytest.fixture
def checkout(tmp_path):
    """A checkout with spaces in its path; processes still running there at the end are killed."""
    folder = tmp_path / "my own portal"
    folder.mkdir()
    yield copy_checkout(folder)
    kill_processes_of(tmp_path)


def test_a_demo_is_started_changed_ended_and_found_again(checkout):
    port = free_port()
    first = RunningDemo(checkout, port)
    assert f"http://localhost:{port}\n" in first.said
    assert str(checkout / "var") in first.said
    assert status(port, "/de/") == 200
    assert passwords(first) == [(checkout / "var" / "demo-password").read_text()] * len(ACCOUNTS)
    shell(checkout, RENAME)

    assert "What was changed is kept" in first.end()
    assert processes_of(checkout) == []

    second = RunningDemo(checkout, port)
    assert passwords(second) == passwords(first)
    assert shell(checkout, SHOW_NAME) == "Kept"

    second.end(signal.SIGTERM)
    assert processes_of(checkout) == []


def test_a_port_in_use_is_named_with_a_way_out():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        command = [sys.executable, "manage.py", "demo", "--port", str(port)]
        answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode == 1
    assert answer.stderr == f"CommandError: Port {port} is in use. Choose another: make demo PORT={port + 1}\n"


def test_only_a_database_of_the_demo_itself_is_reset(checkout):
    (checkout / "var" / "media").mkdir(parents=True)
    answer = make(checkout, "demo-reset", DATABASE_URL="postgres://me@elsewhere.invalid/mine")
    assert answer.returncode != 0
    assert "DATABASE_URL is set" in answer.stderr
    assert (checkout / "var" / "media").exists()


def status(port, path):
    with closing(HTTPConnection("127.0.0.1", port)) as connection:
        connection.request("GET", path, headers={"Host": f"localhost:{port}"})
        return connection.getresponse().status


def passwords(demo):
    return re.findall(rf"^  (?:{'|'.join(ACCOUNTS)}) +(\S+)$", demo.said, re.MULTILINE)


def shell(checkout, program):
    command = [checkout / ".venv" / "bin" / "python", "manage.py", "shell", "--no-imports", "--command", program]
    return subprocess.check_output(command, cwd=checkout, env=clean_environment(), text=True).strip()
