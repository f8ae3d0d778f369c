from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("partners", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="unit",
            name="editors",
            field=models.ManyToManyField(
                blank=True,
                help_text="Accounts of the group “unit editor” that edit what belongs to this unit and to its parts.",
                related_name="units",
                to=settings.AUTH_USER_MODEL,
                verbose_name="unit editors",
            ),
        ),
    ]
