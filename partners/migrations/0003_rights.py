"""Who edits units, institutions, contacts and facts. None of these has drafts: what is saved is public."""

from django.db import migrations

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
EDITORS = {ADMINISTRATOR: ALL, MODERATOR: ALL, EDITOR: "add change view"}
READERS = dict.fromkeys([INTERNATIONAL_OFFICE, DUE_DILIGENCE_READER, CERTIFICATION_EDITOR], "view")

RIGHTS = {
    "unit": {**EDITORS, **READERS},
    "institution": {**EDITORS, **READERS, INTERNATIONAL_OFFICE: ALL},
    # A unit editor may only add: contacts of the own units, which then may be edited, and no others.
    "contact": {**EDITORS, **READERS, INTERNATIONAL_OFFICE: ALL, UNIT_EDITOR: "add"},
    "fact": {**EDITORS, CERTIFICATION_EDITOR: "add change view"},
}


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0002_unit_editors"),
        ("accounts", "0002_groups"),
    ]

    operations = [migrations.RunPython(granting("partners", RIGHTS), migrations.RunPython.noop)]
