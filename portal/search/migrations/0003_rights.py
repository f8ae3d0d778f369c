"""Who says which words mean the same and which are parts of longer ones."""

from django.db import migrations

from portal.accounts.granting import granting
from portal.accounts.groups import ADMINISTRATOR, EDITOR, MODERATOR

ALL = "add change delete view"
VOCABULARY = {ADMINISTRATOR: ALL, MODERATOR: ALL, EDITOR: "add change view"}


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0002_start_values"),
        ("accounts", "0002_groups"),
    ]

    operations = [
        migrations.RunPython(
            granting("search", dict.fromkeys(["synonymgroup", "compoundword"], VOCABULARY)), migrations.RunPython.noop
        )
    ]
