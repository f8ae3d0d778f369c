"""A folder for a server of the test's own, and nobody left in it afterwards."""

import os
import signal

import pytest

from tests.embedded.clients import Client
from tests.processes import processes_of


@pytest.fixture
def directory(tmp_path):
    """Where the server of this test keeps its files; what still runs there at the end is killed."""
    yield tmp_path / "postgres"
    for process in processes_of(tmp_path):
        os.kill(process, signal.SIGKILL)


@pytest.fixture
def start():
    """Start a process that uses a server, and end it with the test."""
    clients = []

    def start_client(directory, **options):
        clients.append(Client(directory, **options))
        return clients[-1]

    yield start_client
    for client in clients:
        if client.process.poll() is None:
            client.leave()
