"""A folder for a server of the test's own, and nobody left in it afterwards."""

import subprocess

import pytest

from tests.embedded.clients import Client
from tests.processes import kill_processes_of, no_endless_waiting


@pytest.fixture
def directory(tmp_path):
    """Where the server of this test keeps its files; what still runs there at the end is killed."""
    yield tmp_path / "postgres"
    kill_processes_of(tmp_path)


@pytest.fixture(scope="session")
def initialised(tmp_path_factory):
    """Files of a server that has run once: to make them takes longer than most of what is done with them."""
    files = tmp_path_factory.mktemp("initialised") / "postgres"
    with no_endless_waiting():
        Client(files).ready().leave()
    return files


@pytest.fixture
def used_directory(directory, initialised):
    """The same with the files of a server that has run before."""
    subprocess.run(["cp", "-a", initialised, directory], check=True)
    return directory


@pytest.fixture
def start(limited):
    """Start a process that uses a server, and end it with the test."""
    clients = []

    def start_client(directory, **options):
        clients.append(Client(directory, **options))
        return clients[-1]

    yield start_client
    for client in clients:
        if client.process.poll() is None:
            client.leave()
