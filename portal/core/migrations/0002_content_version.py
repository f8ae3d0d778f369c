from django.db import migrations


class Migration(migrations.Migration):
    """A sequence, not a row: it moves without a lock and is not undone with a transaction."""

    dependencies = [("core", "0001_initial")]
    # Wagtail's first migrations, which need the accounts, already write rows that move it.
    run_before = [("accounts", "0001_initial")]
    operations = [
        migrations.RunSQL("CREATE SEQUENCE content_version", "DROP SEQUENCE content_version"),
    ]
