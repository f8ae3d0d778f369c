"""The number of saves of an agreement is no longer read; its column goes with the next release."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("partners", "0002_rights_and_start_values")]

    operations = [
        migrations.AlterField(
            model_name="agreement",
            name="version",
            field=models.PositiveIntegerField(db_default=0, default=0, editable=False),
        ),
        migrations.SeparateDatabaseAndState(
            state_operations=[migrations.RemoveField(model_name="agreement", name="version")]
        ),
    ]
