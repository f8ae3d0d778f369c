"""Creates one staff account for each group."""

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from partners.models import Unit
from portal.accounts import groups
from portal.demo.loading import matching

ACCOUNTS = {name.replace(" ", "-"): name for name in groups.GROUPS}
UNITS = {"unit-editor": ["family-service"]}  # keys of the content files


def load(password: str) -> int:
    """Create the missing accounts with `password` and return how many; with an empty one, nobody can log in."""
    users = get_user_model().objects
    missing_names = [name for name in ACCOUNTS if not users.filter(username=name).exists()]
    hashed = make_password(password or None) if missing_names else ""  # once, as it is slow by design
    for name in missing_names:
        is_superuser = ACCOUNTS[name] == groups.ADMINISTRATOR
        # Without a name nobody can save a language: Wagtail asks for one in the form of the account.
        person = {"first_name": ACCOUNTS[name].capitalize(), "last_name": "(Beispiel)", "email": f"{name}@example.org"}
        user = users.create(username=name, password=hashed, is_superuser=is_superuser, **person)
        user.groups.add(Group.objects.get(name=ACCOUNTS[name]))
        user.units.set(_units(UNITS.get(name, [])))
    return len(missing_names)


def _units(keys: list[str]) -> list[Unit]:
    units = matching.by_key(Unit, "unit") if keys else {}
    return [units[key] for key in keys if key in units]
