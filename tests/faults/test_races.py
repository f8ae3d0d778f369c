"""Two people at the same row at the same moment, on real connections: visitors never see an old state for long."""

import threading

import pytest
from django.db import connection, transaction

from programs.models import Program
from tests.core.published.cached_data import version
from tests.databases import Copy, connected_to, server
from tests.factories import ProgramFactory


@pytest.fixture
def committing(django_db_setup, django_db_blocker):
    database = Copy("migrated")
    with django_db_blocker.unblock(), connected_to(database.name):
        yield
    database.drop()


def test_whoever_saves_a_hidden_record_while_another_publishes_it_moves_the_version(committing):
    program = ProgramFactory(live=False)
    mine = Program.objects.get()
    saver = threading.Thread(target=save_hidden, args=[mine])
    before = version()
    with transaction.atomic():
        program.save_revision().publish()
        saver.start()
        wait_until_somebody_waits()
    saver.join(20)
    assert not Program.objects.get().live  # the last one to save is right
    assert version() - before == 2


def save_hidden(program):
    try:
        with transaction.atomic():
            program.save()
    finally:
        connection.close()


def wait_until_somebody_waits():
    """Return as soon as another connection to this database waits for a lock."""
    query = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND wait_event_type = 'Lock'"
    with server() as observer:
        for _time in range(10_000):
            if observer.execute(query, [connection.settings_dict["NAME"]]).fetchone()[0]:
                return
    raise AssertionError("nobody waits")
