"""The groups of staff. Wagtail's own two become ours: its approval workflow then goes on naming the right people."""

from django.db import migrations

from portal.accounts.granting import granting, granting_collections
from portal.accounts.groups import ADMINISTRATOR, EDITOR, GROUPS, MODERATOR

PEOPLE = {"user": {ADMINISTRATOR: "add change delete view"}}
RIGHTS = {"group": {ADMINISTRATOR: "add change delete view"}}
SITE = {
    "site": {ADMINISTRATOR: "add change delete"},
    "locale": {ADMINISTRATOR: "add change delete"},
    "workflow": {ADMINISTRATOR: "add change delete"},
    "task": {ADMINISTRATOR: "add change delete"},
    # Who did what: about colleagues, so not for everybody.
    "modellogentry": {ADMINISTRATOR: "view", MODERATOR: "view"},
}
COLLECTIONS = {"collection": {ADMINISTRATOR: "add change delete"}}


def make_groups(apps, schema_editor):
    groups = apps.get_model("auth", "Group").objects
    for old, new in {"Moderators": MODERATOR, "Editors": EDITOR}.items():
        groups.filter(name=old).update(name=new)
    for name in GROUPS:
        group, _is_new = groups.get_or_create(name=name)
        group.permissions.clear()
        for relation in ("GroupPagePermission", "GroupCollectionPermission"):
            apps.get_model("wagtailcore", relation).objects.filter(group=group).delete()


def open_the_door(apps, schema_editor):
    """Wagtail's permission to enter is called access_admin, and named in its own way."""
    access = apps.get_model("auth", "Permission").objects.get(codename="access_admin")
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.add(access)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        # Not needed here, but quicker before our tables than after them: Django makes all models anew that are
        # connected with a changed one, and through the users everything is.
        ("mfa", "0003_authenticator_type_uniq"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailembeds", "0009_embed_cache_until"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtailsearch", "0010_add_text_fields"),
        ("wagtailusers", "0015_userprofile_keyboard_shortcuts"),
    ]

    operations = [
        migrations.RunPython(make_groups, migrations.RunPython.noop),
        migrations.RunPython(open_the_door, migrations.RunPython.noop),
        migrations.RunPython(granting("accounts", PEOPLE), migrations.RunPython.noop),
        migrations.RunPython(granting("auth", RIGHTS), migrations.RunPython.noop),
        migrations.RunPython(granting("wagtailcore", SITE), migrations.RunPython.noop),
        migrations.RunPython(granting_collections("wagtailcore", COLLECTIONS), migrations.RunPython.noop),
    ]
