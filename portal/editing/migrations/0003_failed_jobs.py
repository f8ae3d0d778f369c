from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editing", "0002_approval"),
    ]

    operations = [
        migrations.AlterField(
            model_name="heartbeat",
            name="at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="heartbeat",
            name="tried_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="heartbeat",
            name="error",
            field=models.CharField(blank=True, db_default="", max_length=100),
        ),
    ]
