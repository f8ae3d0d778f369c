"""Write how one enters, and whom a period may be for, into the vocabularies of sites that exist already."""

from django.db import migrations

from programs import start_values


def fill(apps, schema_editor):
    for column in ("entry", "people_de", "people_en"):
        start_values.fill(lambda name: apps.get_model("programs", name), column)


class Migration(migrations.Migration):
    dependencies = [("programs", "0003_words_for_deadlines")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
