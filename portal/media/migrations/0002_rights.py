"""Who uploads images and documents. Whoever may only add also edits what they uploaded themselves (Wagtail's rule)."""

from django.db import migrations

from portal.accounts.granting import granting_collections
from portal.accounts.groups import (
    ADMINISTRATOR,
    CERTIFICATION_EDITOR,
    EDITOR,
    INTERNATIONAL_OFFICE,
    MODERATOR,
    UNIT_EDITOR,
)

RIGHTS = {
    ADMINISTRATOR: "add change delete choose",
    MODERATOR: "add change delete choose",
    EDITOR: "add change choose",
    UNIT_EDITOR: "add choose",
    INTERNATIONAL_OFFICE: "add choose",
    CERTIFICATION_EDITOR: "add choose",
}


class Migration(migrations.Migration):
    dependencies = [
        ("media", "0001_initial"),
        ("accounts", "0002_groups"),
    ]

    operations = [
        migrations.RunPython(granting_collections("wagtailimages", {"image": RIGHTS}), migrations.RunPython.noop),
        migrations.RunPython(granting_collections("wagtaildocs", {"document": RIGHTS}), migrations.RunPython.noop),
    ]
