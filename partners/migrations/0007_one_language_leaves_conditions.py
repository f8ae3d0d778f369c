"""The models forget the former two columns; a later release drops them."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("partners", "0006_languages_of_conditions")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RemoveField(model_name="condition", name="language"),
                migrations.RemoveField(model_name="condition", name="language_level"),
            ],
        ),
    ]
