"""Who says which words mean the same and which are parts of longer ones, and the words that a new site starts with."""

from django.db import migrations

from portal.accounts.granting import granting
from portal.accounts.groups import ADMINISTRATOR, EDITOR, MODERATOR
from portal.search import start_values

ALL = "add change delete view"
VOCABULARY = {ADMINISTRATOR: ALL, MODERATOR: ALL, EDITOR: "add change view"}
RIGHTS = dict.fromkeys(["synonymgroup", "compoundword"], VOCABULARY)


def load_start_values(apps, schema_editor):
    start_values.load(lambda name: apps.get_model("search", name))


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial"), ("accounts", "0002_groups")]

    operations = [
        migrations.RunPython(load_start_values, migrations.RunPython.noop),
        migrations.RunPython(granting("search", RIGHTS), migrations.RunPython.noop),
    ]
