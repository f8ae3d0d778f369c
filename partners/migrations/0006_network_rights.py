"""Who edits networks and their guiding principles, and who publishes them."""

from django.db import migrations

from portal.accounts.granting import granting
from portal.accounts.groups import ADMINISTRATOR, CERTIFICATION_EDITOR, EDITOR, INTERNATIONAL_OFFICE, MODERATOR

PUBLISHES = "add change delete view publish lock unlock"
DRAFTED = {
    ADMINISTRATOR: PUBLISHES,
    MODERATOR: PUBLISHES,
    EDITOR: "add change view lock",
    INTERNATIONAL_OFFICE: "view",
    CERTIFICATION_EDITOR: "view",
}

RIGHTS = {"network": DRAFTED, "guidingprinciple": DRAFTED}


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0005_networks"),
        ("accounts", "0002_groups"),
    ]

    operations = [migrations.RunPython(granting("partners", RIGHTS), migrations.RunPython.noop)]
