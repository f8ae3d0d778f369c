"""Who edits programmes and the vocabularies, and who publishes them."""

from django.db import migrations

from portal.accounts.granting import granting
from portal.accounts.groups import (
    ADMINISTRATOR,
    CERTIFICATION_EDITOR,
    EDITOR,
    INTERNATIONAL_OFFICE,
    MODERATOR,
    UNIT_EDITOR,
)

ALL = "add change delete view"
PUBLISHERS = {ADMINISTRATOR: f"{ALL} publish lock unlock", MODERATOR: f"{ALL} publish lock unlock"}
DRAFTED = {**PUBLISHERS, EDITOR: "add change view lock"}
VOCABULARY = {ADMINISTRATOR: ALL, MODERATOR: ALL, EDITOR: "add change view"}

RIGHTS = {
    # A unit editor may only add: programmes of the own units, which then may be edited, and no others.
    "program": {**DRAFTED, UNIT_EDITOR: "add", INTERNATIONAL_OFFICE: "view", CERTIFICATION_EDITOR: "view"},
    "lifesituation": DRAFTED,
    **dict.fromkeys(["kind", "phase", "level", "mode", "delivery"], VOCABULARY),
}


class Migration(migrations.Migration):
    dependencies = [
        ("programs", "0002_start_values"),
        ("accounts", "0002_groups"),
    ]

    operations = [migrations.RunPython(granting("programs", RIGHTS), migrations.RunPython.noop)]
