from django.db import migrations

from partners import start_values


def load(apps, schema_editor):
    start_values.load(lambda name: apps.get_model("partners", name))


class Migration(migrations.Migration):
    dependencies = [("partners", "0009_addresses")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
