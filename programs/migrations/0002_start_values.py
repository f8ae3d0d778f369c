from django.db import migrations

from programs import start_values


def load(apps, schema_editor):
    start_values.load(lambda name: apps.get_model("programs", name))


class Migration(migrations.Migration):
    dependencies = [("programs", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
