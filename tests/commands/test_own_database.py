"""The tests never touch the developer's own database."""

import os
import secrets
import subprocess
import sys

import psycopg
import pytest

from tests.databases import server, statement, with_database
from tests.processes import ROOT

pytestmark = pytest.mark.usefixtures("limited")
WORKING_TEST = "tests/test_fixtures.py::test_the_name_says_that_it_is_a_test"
TABLES = "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"


@pytest.fixture
def own_database():
    """The URL of an empty database, like a developer's own."""
    name = f"own_{secrets.token_hex(4)}"
    with server() as connection:
        connection.execute(statement("CREATE DATABASE {}", name))
        yield with_database(os.environ["DATABASE_URL"], name)
        connection.execute(statement("DROP DATABASE {} WITH (FORCE)", name))


def start_tests(address):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", WORKING_TEST]
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, "DATABASE_URL": address}, stdout=subprocess.PIPE)


def test_two_runs_at_once_leave_the_database_of_the_address_as_it_is(own_database):
    for run in (start_tests(own_database), start_tests(own_database)):
        output, _ = run.communicate()
        assert run.returncode == 0, output.decode()
    with psycopg.connect(own_database) as connection:
        assert connection.execute(TABLES).fetchone() == (0,)
