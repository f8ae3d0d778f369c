import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="Heartbeat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=40, unique=True)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="LinkCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("object_id", models.BigIntegerField()),
                ("title", models.CharField(max_length=300, verbose_name="stands in")),
                ("place", models.CharField(max_length=100, verbose_name="field")),
                ("address", models.TextField(verbose_name="address")),
                (
                    "status",
                    models.CharField(
                        choices=[("ok", "leads somewhere"), ("broken", "broken"), ("unchecked", "not checked")],
                        db_index=True,
                        default="unchecked",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("checked_at", models.DateTimeField(null=True, verbose_name="checked")),
                ("detail", models.CharField(blank=True, max_length=40, verbose_name="answer")),
                (
                    "content_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="contenttypes.contenttype", verbose_name="type"
                    ),
                ),
            ],
            options={
                "verbose_name": "link",
                "verbose_name_plural": "links",
                "constraints": [
                    models.UniqueConstraint(
                        models.F("content_type"),
                        models.F("object_id"),
                        models.F("place"),
                        django.db.models.functions.text.MD5("address"),
                        name="editing_link_once",
                    )
                ],
            },
        ),
    ]
