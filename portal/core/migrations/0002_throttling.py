"""The table of the database cache, which counts attempts; see portal.core.throttling."""

from django.db import migrations

CREATE = """
    CREATE TABLE throttling (
        cache_key varchar(255) NOT NULL PRIMARY KEY,
        value text NOT NULL,
        expires timestamp with time zone NOT NULL
    );
    CREATE INDEX throttling_expires ON throttling (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [migrations.RunSQL(CREATE, "DROP TABLE throttling")]
