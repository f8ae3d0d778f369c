import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    # Wagtail's first migrations, which need the accounts, already write rows that move the content version.
    run_before = [("accounts", "0001_initial")]

    operations = [
        # A sequence, not a row: it moves without a lock and is not undone with a transaction.
        migrations.RunSQL("CREATE SEQUENCE content_version", "DROP SEQUENCE content_version"),
        migrations.CreateModel(
            name="SlugHistory",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("object_id", models.BigIntegerField()),
                ("language", models.CharField(choices=[("de", "de"), ("en", "en")], max_length=2)),
                ("slug", models.CharField(max_length=120)),
                (
                    "content_type",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="contenttypes.contenttype"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("content_type", "language", "slug"), name="core_slug_history_once")
                ],
            },
        ),
    ]
