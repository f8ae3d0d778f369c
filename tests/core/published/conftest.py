import pytest
from django.db import connection

from portal.core import content_version
from tests.core.published.kept import version


@pytest.fixture
def moves(db, django_capture_on_commit_callbacks):
    """Return a function: how often the version moves when something is done and committed."""

    def count(change) -> int:
        connection.run_on_commit.clear()  # the preparations of a test are never committed
        before = version()
        with django_capture_on_commit_callbacks(execute=True):
            change()
        return version() - before

    return count


@pytest.fixture
def stands_still(moves):
    """Return a function: whether the version stands, and rightly, since what `kept` reads anew is as it was."""

    def compare(change, kept) -> bool:
        content_version.forget()
        before, count = kept(), moves(change)
        content_version.forget()
        assert kept() == before
        return count == 0

    return compare
