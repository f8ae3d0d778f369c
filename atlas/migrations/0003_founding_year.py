"""Call a year a year in the code; the column stays as it is."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("atlas", "0002_rights")]

    operations = [
        migrations.AlterField(
            model_name="researchinstitution",
            name="founded",
            field=models.PositiveSmallIntegerField(
                blank=True,
                db_column="founded",
                help_text="The year that the source gives.",
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(1000),
                    django.core.validators.MaxValueValidator(2100),
                ],
                verbose_name="founded in",
            ),
        ),
        migrations.RenameField(model_name="researchinstitution", old_name="founded", new_name="founding_year"),
    ]
