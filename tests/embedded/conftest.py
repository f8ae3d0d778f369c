"""A folder for a server of the test's own, and nobody left in it afterwards."""

import pytest

from tests.embedded.clients import Client
from tests.processes import kill_processes_of


@pytest.fixture
def directory(tmp_path):
    """Where the server of this test keeps its files; what still runs there at the end is killed."""
    yield tmp_path / "postgres"
    kill_processes_of(tmp_path)


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
