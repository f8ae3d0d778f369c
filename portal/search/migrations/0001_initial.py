import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        TrigramExtension(),
        migrations.CreateModel(
            name="CompoundWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "parts",
                    models.CharField(
                        help_text="With | between the parts: Kinder|betreuung. Linking letters (s, es, n, en) need no mark.",
                        max_length=80,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[^\\W\\d_]{3,}(\\|[^\\W\\d_]{3,})+$",
                                "Letters, with | between the parts: Kinder|betreuung.",
                            )
                        ],
                        verbose_name="word in parts",
                    ),
                ),
            ],
            options={
                "verbose_name": "compound word",
                "verbose_name_plural": "compound words",
                "ordering": ["parts"],
            },
        ),
        migrations.CreateModel(
            name="SynonymGroup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "words",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        help_text="Two or more, in both languages, separated by commas: Kita, day nursery, Kindertagesstätte.",
                        size=None,
                        verbose_name="words",
                    ),
                ),
            ],
            options={
                "verbose_name": "synonyms",
                "verbose_name_plural": "synonyms",
                "ordering": ["words"],
            },
        ),
        migrations.CreateModel(
            name="MissedQuery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("query", models.CharField(max_length=80, verbose_name="query")),
                (
                    "language",
                    models.CharField(choices=[("de", "de"), ("en", "en")], max_length=2, verbose_name="language"),
                ),
                ("day", models.DateField(verbose_name="day")),
                ("count", models.PositiveIntegerField(default=1, verbose_name="times")),
            ],
            options={
                "verbose_name": "query without results",
                "verbose_name_plural": "queries without results",
                "constraints": [
                    models.UniqueConstraint(fields=("query", "language", "day"), name="search_missed_once_a_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("object_id", models.BigIntegerField()),
                ("language", models.CharField(choices=[("de", "de"), ("en", "en")], max_length=2)),
                ("key", models.CharField(db_index=True, max_length=80)),
                ("kind", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=300)),
                ("summary", models.TextField(blank=True)),
                ("labels", models.TextField(blank=True)),
                ("folded", models.TextField(blank=True)),
                ("priority", models.FloatField(default=1.0)),
                ("vector", django.contrib.postgres.search.SearchVectorField()),
                (
                    "content_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="contenttypes.contenttype"
                    ),
                ),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["vector"], name="search_document_vector"),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["folded"], name="search_document_folded", opclasses=["gin_trgm_ops"]
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("content_type", "object_id", "language"), name="search_document_once"
                    )
                ],
            },
        ),
        # Going through all hits of a search reads their rows: those stay at 256 bytes, long texts and vectors beside them.
        migrations.RunSQL(
            "ALTER TABLE search_searchdocument SET (toast_tuple_target = 256)",
            "ALTER TABLE search_searchdocument RESET (toast_tuple_target)",
        ),
    ]
