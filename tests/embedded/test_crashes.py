"""After a crash the next start works, keeps the data, and kills no unrelated process."""

import os
import signal
import subprocess

from tests.embedded.clients import server_process
from tests.processes import processes_of


def test_start_after_the_server_was_killed(used_directory, start):
    client = start(used_directory).ready()
    client.ask("CREATE TABLE note AS SELECT 'kept' AS text")
    os.kill(server_process(used_directory), signal.SIGKILL)
    assert start(used_directory).ready().ask("SELECT text FROM note") == "kept"


def test_start_after_a_process_that_used_it_was_killed(used_directory, start):
    killed = start(used_directory).ready()
    killed.ask("CREATE TABLE note AS SELECT 'kept' AS text")
    killed.signal(signal.SIGKILL)
    client = start(used_directory).ready()
    assert client.ask("SELECT text FROM note") == "kept"
    client.leave()
    assert processes_of(used_directory) == []


def test_start_after_both_were_killed(used_directory, start):
    killed = start(used_directory).ready()
    os.kill(server_process(used_directory), signal.SIGKILL)
    killed.signal(signal.SIGKILL)
    assert start(used_directory).ready().ask("SELECT 1") == "1"


def test_a_process_that_got_the_number_of_a_dead_server_is_left_alone(used_directory, start):
    killed = start(used_directory).ready()
    os.kill(server_process(used_directory), signal.SIGKILL)
    killed.signal(signal.SIGKILL)
    with subprocess.Popen(["sleep", "600"]) as bystander:
        file = used_directory / "postmaster.pid"
        _number, *rest = file.read_text().split("\n")
        file.write_text("\n".join([str(bystander.pid), *rest]))
        assert start(used_directory).ready().ask("SELECT 1") == "1"
        assert bystander.poll() is None
        bystander.kill()


def test_a_first_start_that_was_cut_short_is_begun_again(directory, start):
    unfinished = directory.with_name("postgres.unfinished")
    unfinished.mkdir()
    (unfinished / "PG_VERSION").write_text("18\n")
    assert start(directory).ready().ask("SELECT 1") == "1"
    assert not unfinished.exists()


def test_a_server_that_cannot_start_is_reported_with_its_own_words(used_directory, start):
    start(used_directory).ready().leave()
    (used_directory / "PG_VERSION").write_text("9.6\n")
    client = start(used_directory)
    assert client.process.stdout.readline() == ""
    assert client.leave() == 1
