"""Who edits what of partners, and the vocabularies that a new site starts with."""

from django.db import migrations

from partners import start_values
from portal.accounts.granting import granting
from portal.accounts.groups import (
    ADMINISTRATOR,
    CERTIFICATION_EDITOR,
    DUE_DILIGENCE_READER,
    EDITOR,
    INTERNATIONAL_OFFICE,
    MODERATOR,
    UNIT_EDITOR,
)

ALL = "add change delete view"
PUBLISHES = f"{ALL} publish lock unlock"
EDITORS = {ADMINISTRATOR: ALL, MODERATOR: ALL, EDITOR: "add change view"}
READERS = dict.fromkeys([INTERNATIONAL_OFFICE, DUE_DILIGENCE_READER, CERTIFICATION_EDITOR], "view")
OFFICE = {ADMINISTRATOR: ALL, INTERNATIONAL_OFFICE: ALL}
NETWORKS = {
    ADMINISTRATOR: PUBLISHES,
    MODERATOR: PUBLISHES,
    EDITOR: "add change view lock",
    INTERNATIONAL_OFFICE: "view",
    CERTIFICATION_EDITOR: "view",
}

RIGHTS = {
    "unit": {**EDITORS, **READERS},
    "institution": {
        **READERS,
        ADMINISTRATOR: PUBLISHES,
        MODERATOR: PUBLISHES,
        INTERNATIONAL_OFFICE: PUBLISHES,
        EDITOR: "add change view lock",
    },
    # A unit editor may only add: contacts of the own units, which then may be edited, and no others.
    "contact": {**EDITORS, **READERS, INTERNATIONAL_OFFICE: ALL, UNIT_EDITOR: "add"},
    "fact": {**EDITORS, CERTIFICATION_EDITOR: "add change view"},
    "network": NETWORKS,
    "guidingprinciple": NETWORKS,
    # As with contacts; agreements may be edited until they are signed.
    "agreement": {**OFFICE, UNIT_EDITOR: "add", DUE_DILIGENCE_READER: "view"},
    # Apart from everything else, so that few may read it.
    "duediligence": {**OFFICE, DUE_DILIGENCE_READER: "view"},
    "tag": {**OFFICE, MODERATOR: ALL, EDITOR: "add change view"},
    "agreementtype": {**OFFICE, CERTIFICATION_EDITOR: "view", DUE_DILIGENCE_READER: "view"},
    "subjectfield": {**OFFICE, CERTIFICATION_EDITOR: "view", DUE_DILIGENCE_READER: "view"},
}


def load_start_values(apps, schema_editor):
    start_values.load(lambda name: apps.get_model("partners", name))


class Migration(migrations.Migration):
    dependencies = [("partners", "0001_initial"), ("accounts", "0002_groups")]

    operations = [
        migrations.RunPython(load_start_values, migrations.RunPython.noop),
        migrations.RunPython(granting("partners", RIGHTS), migrations.RunPython.noop),
    ]
