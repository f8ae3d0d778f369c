"""The server runs as long as at least one process uses it."""

import signal
import subprocess
import sys

from tests.processes import ROOT, each_ending, processes_of


def test_two_processes_that_start_at_once_share_one_server(directory, start):
    first, second = start(directory), start(directory)
    first.ready().ask("CREATE TABLE note AS SELECT 'kept' AS text")
    assert second.ready().ask("SELECT text FROM note") == "kept"


def test_the_last_one_out_stops_the_server(used_directory, start):
    first, second = start(used_directory).ready(), start(used_directory).ready()
    first.leave()
    assert second.ask("SELECT 1") == "1"
    second.leave()
    assert processes_of(used_directory) == []


def test_what_was_written_is_there_at_the_next_start(used_directory, start):
    first = start(used_directory).ready()
    first.ask("CREATE TABLE note AS SELECT 'kept' AS text")
    first.leave()
    assert start(used_directory).ready().ask("SELECT text FROM note") == "kept"


@each_ending
def test_a_process_that_is_asked_to_end_stops_the_server(used_directory, start, number):
    start(used_directory).ready().signal(number)
    assert processes_of(used_directory) == []


def test_a_server_of_ones_own_is_used_instead(directory, start):
    address = "postgres://somebody@elsewhere.invalid/theirs"
    client = start(directory, environment={"DATABASE_URL": address})
    client.ready().process.wait()  # it fails: there is no such server
    assert not directory.exists()


def test_a_database_in_use_is_not_thrown_away(used_directory, start):
    client = start(used_directory).ready()
    answer = discard(used_directory)
    assert answer.returncode == 1
    assert answer.stderr.startswith("The database is in use: first stop the demo")
    assert client.ask("SELECT 1") == "1"


def test_an_unused_database_is_thrown_away_even_while_its_server_runs(used_directory, start):
    start(used_directory).ready().signal(signal.SIGKILL)
    assert discard(used_directory).returncode == 0
    assert not used_directory.exists()
    assert processes_of(used_directory) == []


def test_what_is_not_there_need_not_be_thrown_away(directory):
    assert discard(directory).returncode == 0


def discard(directory):
    command = [sys.executable, "-m", "portal.embedded_database", str(directory)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
