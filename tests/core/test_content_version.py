import pytest
from django.db import DatabaseError, connection, transaction

from portal.core import content_version
from tests.core.published.cached_data import version
from tests.databases import Copy, connected_to


@pytest.fixture
def built():
    """Return a list that grows with each rebuild, and a function that returns the memoised value."""
    calls = []
    return calls, lambda: content_version.memo("thing", lambda: calls.append(1) or len(calls))


@pytest.mark.django_db
def test_a_thing_is_kept_until_the_version_moves(built, django_capture_on_commit_callbacks):
    calls, thing = built
    assert thing() == thing() == 1
    with django_capture_on_commit_callbacks(execute=True):
        content_version.bump()
        assert thing() == 1  # the change is not visible to others yet
    assert thing() == 2
    assert len(calls) == 2


class TestInTransactions:
    """Tests with real transactions, which write nothing but the version."""

    @pytest.fixture(autouse=True)
    def committing(self, django_db_setup, django_db_blocker):
        database = Copy("migrated")
        with django_db_blocker.unblock(), connected_to(database.name):
            yield
        database.drop()

    def moves(self, change) -> int:
        before = version()
        change()
        assert not content_version.is_moving()
        return version() - before

    def test_all_changes_of_one_move_it_once_and_after_the_commit(self):
        def change():
            with transaction.atomic():
                before = version()
                for _time in range(3):
                    content_version.bump()
                with transaction.atomic():
                    content_version.bump()
                assert content_version.is_moving()
                assert version() == before

        assert self.moves(change) == 1

    def test_the_first_move_of_all_is_one(self):
        with connection.cursor() as cursor:
            cursor.execute("ALTER SEQUENCE content_version RESTART")
        content_version.forget()
        before = content_version.get()
        content_version.bump()
        content_version.forget()
        assert content_version.get() == before + 1

    def test_each_one_moves_it(self):
        def change():
            for _time in range(2):
                with transaction.atomic():
                    content_version.bump()
            content_version.bump()  # a transaction of its own

        assert self.moves(change) == 3

    def test_one_that_is_rolled_back_moves_nothing(self):
        def change():
            with transaction.atomic():
                content_version.bump()
                transaction.set_rollback(True)

        assert self.moves(change) == 0

    def test_what_is_left_of_one_whose_savepoint_is_rolled_back_moves_it(self):
        def change():
            with transaction.atomic():
                rolled_back()
                assert not content_version.is_moving()
                content_version.bump()
                rolled_back()

        assert self.moves(change) == 1

    def test_a_savepoint_that_is_rolled_back_moves_nothing(self):
        def change():
            with transaction.atomic():
                rolled_back()

        assert self.moves(change) == 0

    def test_what_changes_after_the_commit_moves_it_anew(self):
        def change():
            with transaction.atomic():
                content_version.bump()
                transaction.on_commit(content_version.bump)

        assert self.moves(change) == 2

    def test_a_fault_of_the_database_spoils_nothing_and_is_tried_again(self, monkeypatch, caplog):
        def fail():
            monkeypatch.undo()
            raise DatabaseError

        def change():
            with transaction.atomic():
                content_version.bump()
                content_version.bump()
                monkeypatch.setattr(content_version.connection, "cursor", fail)

        assert self.moves(change) == 1
        assert "Error calling _Move in on_commit()" in caplog.text


def rolled_back():
    with transaction.atomic():
        content_version.bump()
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_another_process_is_noticed_within_a_second(built, monkeypatch):
    _calls, thing = built
    clock = [1000.0]
    monkeypatch.setattr(content_version.time, "monotonic", lambda: clock[0])
    assert thing() == 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('content_version')")
    assert thing() == 1
    clock[0] += content_version.RECHECK_AFTER + 0.1
    assert thing() == 2


@pytest.mark.django_db
def test_what_turns_with_the_clock_is_kept_for_a_minute(built, monkeypatch):
    _calls, thing = built
    clock = [1000.0]
    monkeypatch.setattr(content_version.time, "monotonic", lambda: clock[0])
    thing()
    clock[0] += content_version.MAX_AGE + 1
    assert thing() == 2


@pytest.mark.django_db
def test_with_the_database_away_the_last_version_counts(built, monkeypatch):
    _calls, thing = built
    thing()

    def away():
        raise DatabaseError

    monkeypatch.setattr(content_version, "_is_due", lambda: True)
    monkeypatch.setattr(content_version.connection, "cursor", away)
    assert thing() == 1
    assert content_version.last_known("thing") == 1
    assert content_version.last_known("nothing") is None
