"""Who edits institutions, which now have drafts, agreements and what belongs to them."""

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
OFFICE = {ADMINISTRATOR: ALL, INTERNATIONAL_OFFICE: ALL}

RIGHTS = {
    "institution": {
        ADMINISTRATOR: "publish lock unlock",
        MODERATOR: "publish lock unlock",
        INTERNATIONAL_OFFICE: "publish lock unlock",
        EDITOR: "lock",
    },
    # A unit editor may only add: agreements of the own units, which may be edited until they are signed.
    "agreement": {**OFFICE, UNIT_EDITOR: "add", DUE_DILIGENCE_READER: "view"},
    # Apart from everything else, so that few may read it.
    "duediligence": {**OFFICE, DUE_DILIGENCE_READER: "view"},
    "tag": {**OFFICE, MODERATOR: ALL, EDITOR: "add change view"},
    "agreementtype": {**OFFICE, CERTIFICATION_EDITOR: "view", DUE_DILIGENCE_READER: "view"},
    "subjectfield": {**OFFICE, CERTIFICATION_EDITOR: "view", DUE_DILIGENCE_READER: "view"},
}


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0010_start_values"),
        ("accounts", "0002_groups"),
    ]

    operations = [migrations.RunPython(granting("partners", RIGHTS), migrations.RunPython.noop)]
