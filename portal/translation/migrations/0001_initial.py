import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Translation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=36)),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("owner", models.CharField(blank=True, max_length=300, verbose_name="unit")),
                ("german_texts", models.JSONField(default=dict)),
                ("german_hash", models.CharField(max_length=64)),
                (
                    "german_changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="German changed"),
                ),
                ("english_hash", models.CharField(blank=True, max_length=64)),
                ("missing", models.PositiveSmallIntegerField(default=0, verbose_name="texts without English")),
                ("is_identical", models.BooleanField(default=False)),
                ("confirmed_hash", models.CharField(blank=True, max_length=64)),
                ("confirmed_texts", models.JSONField(default=dict)),
                ("confirmed_at", models.DateTimeField(null=True, verbose_name="confirmed")),
                ("is_same_on_purpose", models.BooleanField(default=False, verbose_name="the same on purpose")),
                ("requests", models.PositiveIntegerField(default=0, verbose_name="requests by readers")),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
                    ),
                ),
                (
                    "content_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="contenttypes.contenttype", verbose_name="type"
                    ),
                ),
            ],
            options={
                "verbose_name": "translation",
                "verbose_name_plural": "translations",
                "constraints": [
                    models.UniqueConstraint(fields=("content_type", "key"), name="translation_once_per_object")
                ],
            },
        ),
    ]
