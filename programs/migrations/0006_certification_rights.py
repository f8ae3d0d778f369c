"""Who edits certifications and their schemes, and who publishes them."""

from django.db import migrations

from portal.accounts.granting import granting
from portal.accounts.groups import ADMINISTRATOR, CERTIFICATION_EDITOR, EDITOR, MODERATOR

ALL = "add change delete view"
PUBLISHERS = dict.fromkeys([ADMINISTRATOR, MODERATOR, CERTIFICATION_EDITOR], f"{ALL} publish lock unlock")

RIGHTS = {
    "certification": {**PUBLISHERS, EDITOR: "add change view lock"},
    "certificationscheme": {**dict.fromkeys(PUBLISHERS, ALL), EDITOR: "add change view"},
}


class Migration(migrations.Migration):
    dependencies = [
        ("programs", "0005_certifications"),
        ("accounts", "0002_groups"),
    ]

    operations = [migrations.RunPython(granting("programs", RIGHTS), migrations.RunPython.noop)]
