import pytest
from django.db import DatabaseError, connection, transaction

from portal.core import content_version
from tests.factories import UnitFactory


@pytest.fixture
def built():
    """Count how often a thing is built anew."""
    calls = []
    return calls, lambda: content_version.memo("thing", lambda: calls.append(1) or len(calls))


@pytest.mark.django_db
def test_a_thing_is_kept_until_published_content_changes(built, django_capture_on_commit_callbacks):
    calls, thing = built
    assert thing() == thing() == 1
    with django_capture_on_commit_callbacks(execute=True):
        UnitFactory()
    assert thing() == 2
    assert len(calls) == 2


@pytest.mark.django_db
def test_much_at_once_moves_the_version_once(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks, content_version.moved_once():
        UnitFactory.create_batch(3)
    assert callbacks.count(content_version._move) == 1


@pytest.mark.django_db
def test_nothing_at_once_moves_nothing(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks, content_version.moved_once():
        pass
    assert callbacks == []


@pytest.mark.django_db
def test_what_is_rolled_back_moves_nothing(built, django_capture_on_commit_callbacks):
    _calls, thing = built
    assert thing() == 1
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        UnitFactory()
        transaction.set_rollback(True)
    assert thing() == 1


@pytest.mark.django_db
def test_another_process_is_noticed_within_a_second(built, monkeypatch):
    _calls, thing = built
    clock = [1000.0]
    monkeypatch.setattr(content_version.time, "monotonic", lambda: clock[0])
    assert thing() == 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('content_version')")
    assert thing() == 1
    clock[0] += content_version.LOOK_EVERY + 0.1
    assert thing() == 2


@pytest.mark.django_db
def test_what_turns_with_the_clock_is_kept_for_a_minute(built, monkeypatch):
    _calls, thing = built
    clock = [1000.0]
    monkeypatch.setattr(content_version.time, "monotonic", lambda: clock[0])
    thing()
    clock[0] += content_version.KEEP + 1
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
