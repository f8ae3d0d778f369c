"""Texts are confirmed as the same in both languages one by one, no longer all of a page or record at once.

The column `is_same_on_purpose` stays in the table, with a default, for servers that still run the release before.
"""

from django.db import migrations, models


def keep_confirmations(apps, schema_editor):
    translations = apps.get_model("translation", "Translation").objects
    for translation in translations.filter(is_same_on_purpose=True):
        translation.same_texts = sorted(set(filter(None, translation.german_texts.values())))
        translation.save(update_fields=["same_texts"])


class Migration(migrations.Migration):
    dependencies = [("translation", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="translation",
            name="same_texts",
            field=models.JSONField(db_default=models.Value([], models.JSONField()), default=list),
        ),
        migrations.RunPython(keep_confirmations, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="translation",
            name="is_same_on_purpose",
            field=models.BooleanField(db_default=False, default=False, verbose_name="the same on purpose"),
        ),
        migrations.SeparateDatabaseAndState(
            state_operations=[migrations.RemoveField(model_name="translation", name="is_same_on_purpose")]
        ),
    ]
