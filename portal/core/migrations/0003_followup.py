import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_throttling"),
    ]

    operations = [
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=40)),
                ("subject", models.CharField(max_length=100)),
                ("key", models.CharField(max_length=64)),
                ("failed_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("tried_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("attempts", models.PositiveSmallIntegerField(default=1)),
                ("error", models.CharField(max_length=100)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("name", "subject", "key"), name="core_follow_up_once")],
            },
        ),
    ]
