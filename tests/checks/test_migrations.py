"""Migrations stay as they were released, and a database of the last release becomes a present one, with its data."""

from tools.freeze_migrations import frozen, present, problems


def test_no_migration_was_changed_after_it_was_written_down():
    assert list(problems(present(), frozen())) == []


def test_each_kind_of_change_is_noticed():
    before = {"a/migrations/0001.py": "1", "a/migrations/0002.py": "2"}
    now = {"a/migrations/0002.py": "other", "a/migrations/0003.py": "3"}
    assert list(problems(now, before)) == [
        "a/migrations/0001.py was removed",
        "a/migrations/0002.py was changed: write a new migration instead",
        "a/migrations/0003.py is new: run tools/freeze_migrations.py",
    ]
