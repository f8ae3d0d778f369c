import pytest
from django.db import connection

from portal.core import content_version
from tests.core.published.cached_data import version


@pytest.fixture
def moves(db, django_capture_on_commit_callbacks):
    """Return a function that commits a change and returns how often it moved the content version."""

    def count(change) -> int:
        connection.run_on_commit.clear()  # callbacks of the test's setup
        before = version()
        with django_capture_on_commit_callbacks(execute=True):
            change()
        return version() - before

    return count


@pytest.fixture
def stands_still(moves):
    """Return a function that returns whether a change leaves the version alone; it asserts that `read` is unchanged."""

    def compare(change, read) -> bool:
        content_version.forget()
        before, count = read(), moves(change)
        content_version.forget()
        assert read() == before
        return count == 0

    return compare
