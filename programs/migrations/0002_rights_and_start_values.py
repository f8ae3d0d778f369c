"""Who edits what of programmes and certifications, and the vocabularies that a new site starts with."""

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
from programs import start_values

ALL = "add change delete view"
PUBLISHES = f"{ALL} publish lock unlock"
PUBLISHERS = {ADMINISTRATOR: PUBLISHES, MODERATOR: PUBLISHES}
DRAFTED = {**PUBLISHERS, EDITOR: "add change view lock"}
VOCABULARY = {ADMINISTRATOR: ALL, MODERATOR: ALL, EDITOR: "add change view"}

RIGHTS = {
    # A unit editor may only add: programmes of the own units, which then may be edited, and no others.
    "program": {**DRAFTED, UNIT_EDITOR: "add", INTERNATIONAL_OFFICE: "view", CERTIFICATION_EDITOR: "view"},
    "lifesituation": DRAFTED,
    **dict.fromkeys(["kind", "phase", "level", "mode", "delivery"], VOCABULARY),
    "certification": {**DRAFTED, CERTIFICATION_EDITOR: PUBLISHES},
    "certificationscheme": {**VOCABULARY, CERTIFICATION_EDITOR: ALL},
}


def load_start_values(apps, schema_editor):
    start_values.load(lambda name: apps.get_model("programs", name))


class Migration(migrations.Migration):
    dependencies = [("programs", "0001_initial"), ("accounts", "0002_groups")]

    operations = [
        migrations.RunPython(load_start_values, migrations.RunPython.noop),
        migrations.RunPython(granting("programs", RIGHTS), migrations.RunPython.noop),
    ]
