"""Rights for groups, given once by a migration; afterwards they belong to the administrators.

Django makes the rows of permissions only after all migrations have run. So these functions make the rows that they
need, exactly as Django and Wagtail would, which then find them there.

A migration of any app calls them, and depends on `accounts.0002_groups`:

    migrations.RunPython(granting("partners", {"agreement": {"international office": "add change delete view"}}))
"""

from collections.abc import Callable

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import Model


def granting(app: str, rights: dict[str, dict[str, str]]) -> Callable[[StateApps, BaseDatabaseSchemaEditor], None]:
    """Return the code of a migration that gives rights on the models of `app`: {model: {group: "action action"}}."""

    def grant(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        for model, groups in rights.items():
            for group, actions in groups.items():
                found = [permission(apps, app, model, action) for action in actions.split()]
                apps.get_model("auth", "Group").objects.get(name=group).permissions.add(*found)

    return grant


def granting_pages(rights: dict[str, str]) -> Callable[[StateApps, BaseDatabaseSchemaEditor], None]:
    """Return the code of a migration that gives rights on all pages: {group: "action action"}."""

    def grant(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
        _grant_at(apps, "GroupPagePermission", {"page": root}, "wagtailcore", {"page": rights})

    return grant


def granting_collections(
    app: str, rights: dict[str, dict[str, str]]
) -> Callable[[StateApps, BaseDatabaseSchemaEditor], None]:
    """Return the code of a migration that gives rights on the files of all collections: {model: {group: actions}}."""

    def grant(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        root = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
        _grant_at(apps, "GroupCollectionPermission", {"collection": root}, app, rights)

    return grant


def permission(apps: StateApps, app: str, model: str, action: str) -> Model:
    """Return the permission, which is made if it is not there yet."""
    kind, _is_new = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app, model=model)
    codename = f"{action}_{model}"
    name = f"Can {action} {_name(apps, app, model)}"
    found, _is_new = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename=codename, defaults={"name": name}
    )
    return found


def _grant_at(apps: StateApps, relation: str, place: dict, app: str, rights: dict[str, dict[str, str]]) -> None:
    table = apps.get_model("wagtailcore", relation).objects
    for model, groups in rights.items():
        for name, actions in groups.items():
            group = apps.get_model("auth", "Group").objects.get(name=name)
            for action in actions.split():
                table.get_or_create(group=group, permission=permission(apps, app, model, action), **place)


def _name(apps: StateApps, app: str, model: str) -> str:
    try:
        return apps.get_model(app, model)._meta.verbose_name
    except LookupError:  # a model that this migration does not depend on
        return model
