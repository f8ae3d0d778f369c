"""Who writes and publishes pages, and mends addresses that have moved."""

from django.db import migrations

from portal.accounts.granting import granting, granting_pages
from portal.accounts.groups import ADMINISTRATOR, EDITOR, MODERATOR

PAGES = {
    ADMINISTRATOR: "add change publish bulk_delete lock unlock",
    MODERATOR: "add change publish bulk_delete lock unlock",
    EDITOR: "add change lock",
}
REDIRECTS = {"redirect": {ADMINISTRATOR: "add change delete", MODERATOR: "add change delete"}}


def allow_translations(apps, schema_editor):
    """Wagtail's permission to make the English page of a German one; its name follows no rule."""
    kind, _is_new = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="simple_translation", model="simpletranslation"
    )
    submit, _is_new = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename="submit_translation", defaults={"name": "Can submit translations"}
    )
    for group in apps.get_model("auth", "Group").objects.filter(name__in=PAGES):
        group.permissions.add(submit)


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0001_initial"),
        ("accounts", "0002_groups"),
        ("simple_translation", "0001_initial"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]

    operations = [
        migrations.RunPython(granting_pages(PAGES), migrations.RunPython.noop),
        migrations.RunPython(granting("wagtailredirects", REDIRECTS), migrations.RunPython.noop),
        migrations.RunPython(allow_translations, migrations.RunPython.noop),
    ]
