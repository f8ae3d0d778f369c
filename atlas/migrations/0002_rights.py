"""Who edits what of the atlas."""

from django.db import migrations

from portal.accounts.granting import granting
from portal.accounts.groups import ADMINISTRATOR, EDITOR, INTERNATIONAL_OFFICE, MODERATOR

ALL = "add change delete view"
EDITORS = {ADMINISTRATOR: ALL, MODERATOR: ALL, EDITOR: "add change view", INTERNATIONAL_OFFICE: "view"}
MODELS = ("city", "researchfield", "researchinstitution", "source", "measure", "observation", "indicatordefinition")


class Migration(migrations.Migration):
    dependencies = [("atlas", "0001_initial"), ("accounts", "0002_groups")]

    operations = [
        migrations.RunPython(granting("atlas", dict.fromkeys(MODELS, EDITORS)), migrations.RunPython.noop),
    ]
