"""Going through all hits of a search reads their rows, and of those little more than the keys."""

from django.db import migrations

BYTES = 256  # of a row; the longest texts and the vector lie beside it


class Migration(migrations.Migration):
    """Rows take the new form when they are written: `manage.py rebuild_search` writes all of them."""

    dependencies = [("search", "0003_rights")]

    operations = [
        migrations.RunSQL(
            f"ALTER TABLE search_searchdocument SET (toast_tuple_target = {BYTES})",
            "ALTER TABLE search_searchdocument RESET (toast_tuple_target)",
        ),
    ]
