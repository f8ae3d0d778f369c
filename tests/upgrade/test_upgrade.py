"""A database of the last release becomes a present one, and nothing that was in it is lost."""

import lzma
import os
import secrets

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

from portal.core import content_version
from tests.databases import CHECKOUT, connected_to, server, statement, with_database
from tests.upgrade.__main__ import FILE

MAY_GROW = {"auth_permission", "auth_group_permissions", "django_content_type", "django_migrations"}
PAGES = ["/de/angebote/", "/en/partnerships/"]


@pytest.fixture
def released(django_db_setup, django_db_blocker):
    """A database with the content of the last release."""
    name = f"portal_test_{CHECKOUT}_{secrets.token_hex(4)}"
    with server() as maintenance:
        maintenance.execute(statement("CREATE DATABASE {} TEMPLATE template0", name))
        with psycopg.connect(with_database(os.environ["DATABASE_URL"], name)) as new:
            new.execute(lzma.decompress(FILE.read_bytes()))
        with django_db_blocker.unblock(), connected_to(name):
            yield
        maintenance.execute(statement("DROP DATABASE {} WITH (FORCE)", name))


def counts():
    """Return the number of rows of each table."""
    with connection.cursor() as cursor:
        names = [table.name for table in connection.introspection.get_table_list(cursor)]
        query = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM \"{name}\"" for name in names)
        cursor.execute(query)
        return dict(cursor.fetchall())


def test_it_is_migrated_with_all_its_data(released):
    before = counts()
    call_command("migrate", verbosity=0, skip_checks=True)
    after = counts()
    assert before["programs_program"] > 10
    lost = {table: (count, after.get(table)) for table, count in before.items() if after.get(table, 0) < count}
    assert lost == {}
    assert {table for table, count in before.items() if after[table] > count} <= MAY_GROW
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
    content_version.forget()
    assert {path: Client().get(path).status_code for path in PAGES} == dict.fromkeys(PAGES, 200)
