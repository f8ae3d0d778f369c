"""A folder for the test's own server; no process is left running in it."""

import subprocess

import pytest

from tests.embedded.clients import Client
from tests.processes import kill_processes_of, no_endless_waiting


@pytest.fixture
def directory(tmp_path):
    """The data folder of the test's server; processes still running there at the end are killed."""
    yield tmp_path / "postgres"
    kill_processes_of(tmp_path)


@pytest.fixture(scope="session")
def initialised(tmp_path_factory):
    """The files of a server that has run once, shared because initialising takes longer than most tests."""
    files = tmp_path_factory.mktemp("initialised") / "postgres"
    with no_endless_waiting():
        Client(files).ready().leave()
    return files


@pytest.fixture
def used_directory(directory, initialised):
    """Like `directory`, with the files of a server that has run before."""
    subprocess.run(["cp", "-a", initialised, directory], check=True)
    return directory


@pytest.fixture
def start(limited):
    """Return a function that starts a client process; all of them end with the test."""
    clients = []

    def start_client(directory, **options):
        clients.append(Client(directory, **options))
        return clients[-1]

    yield start_client
    for client in clients:
        if client.process.poll() is None:
            client.leave()
