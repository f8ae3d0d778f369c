"""Permissions of groups, given once by a migration; afterwards administrators change them.

Django creates the rows of permissions only after all migrations have run. So these functions create the rows that they
need, exactly as Django and Wagtail would.

A migration of any app calls them, and depends on `accounts.0002_groups`:

    migrations.RunPython(granting("partners", {"agreement": {"international office": "add change delete view"}}))
"""

from collections.abc import Callable

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import Model

RunPythonFunction = Callable[[StateApps, BaseDatabaseSchemaEditor], None]


def granting(app: str, rights: dict[str, dict[str, str]]) -> RunPythonFunction:
    """Return a RunPython function that grants permissions for models of `app`: {model: {group: "action action"}}."""

    def grant(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        for model, groups in rights.items():
            for group, actions in groups.items():
                permissions = [permission(apps, app, model, action) for action in actions.split()]
                apps.get_model("auth", "Group").objects.get(name=group).permissions.add(*permissions)

    return grant


def granting_pages(rights: dict[str, str]) -> RunPythonFunction:
    """Return a RunPython function that grants permissions for all pages: {group: "action action"}."""

    def grant(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
        _grant_below(apps, "GroupPagePermission", {"page": root}, "wagtailcore", {"page": rights})

    return grant


def granting_collections(app: str, rights: dict[str, dict[str, str]]) -> RunPythonFunction:
    """Return a RunPython function that grants permissions for files of all collections: {model: {group: actions}}."""

    def grant(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        root = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
        _grant_below(apps, "GroupCollectionPermission", {"collection": root}, app, rights)

    return grant


def permission(apps: StateApps, app: str, model: str, action: str) -> Model:
    """Return the permission, which is created if it does not exist."""
    content_type, _is_new = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app, model=model
    )
    codename = f"{action}_{model}"
    name = f"Can {action} {_name(apps, app, model)}"
    instance, _is_new = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": name}
    )
    return instance


def _grant_below(apps: StateApps, relation: str, place: dict, app: str, rights: dict[str, dict[str, str]]) -> None:
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
