"""One account for each way of working: administrator, moderator, editor."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission

APPS = ("partners", "programs", "media", "search")
ACCOUNTS = {"administrator": None, "moderator": "Moderators", "editor": "Editors"}


def load(password: str) -> int:
    """Create the missing accounts with `password` and return how many; without a password, nobody can log in."""
    users = get_user_model().objects
    new = [name for name in ACCOUNTS if not users.filter(username=name).exists()]
    for name in new:
        group = ACCOUNTS[name]
        user = users.create_user(name, f"{name}@example.org", password or None, is_superuser=group is None)
        if group:
            user.groups.add(_group(group))
    return len(new)


def _group(name: str) -> Group:
    """Return one of Wagtail's own groups, allowed to edit records; only moderators publish and delete them."""
    group = Group.objects.get(name=name)
    permissions = Permission.objects.filter(content_type__app_label__in=APPS)
    if name == "Editors":
        permissions = permissions.exclude(codename__startswith="publish_").exclude(codename__startswith="delete_")
    group.permissions.add(*permissions)
    return group
