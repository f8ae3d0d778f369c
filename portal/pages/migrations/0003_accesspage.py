import django.db.models.deletion
from django.db import migrations, models

import portal.core.fields


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0002_rights"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="AccessPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lede",
                    models.TextField(
                        blank=True,
                        help_text="Stands below the title and in lists.",
                        max_length=300,
                        verbose_name="opening sentence",
                    ),
                ),
                ("body", portal.core.fields.PlainStreamField([], blank=True, verbose_name="body")),
                (
                    "purpose",
                    models.CharField(
                        choices=[("easy", "Leichte Sprache"), ("sign", "Gebärdensprache")],
                        max_length=20,
                        verbose_name="purpose",
                    ),
                ),
            ],
            options={
                "verbose_name": "page in Leichte Sprache or sign language",
            },
            bases=("wagtailcore.page",),
        ),
    ]
