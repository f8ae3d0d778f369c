from django.db import migrations

from portal.search import start_values


def load(apps, schema_editor):
    start_values.load(lambda name: apps.get_model("search", name))


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
