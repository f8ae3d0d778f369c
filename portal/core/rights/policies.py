"""A permission policy for records that belong to an owner, such as a unit."""

from collections.abc import Callable, Collection, Iterable

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import Model, QuerySet
from wagtail.permission_policies import ModelPermissionPolicy


class OwnedPermissionPolicy(ModelPermissionPolicy):
    """Permissions that depend on the owner of a record.

    Users with the permission `change` may edit every record. Users with `add` but not `change` may create records for
    the owners they work for, and all their other permissions hold for the records of these owners only. Wagtail treats
    images in the same way. Code that ignores owners checks `change`, which these users lack: it refuses too much
    rather than too little.

    `owner` is the name of the foreign key; `owners_of` returns the primary keys of the owners that a user works for.
    """

    def __init__(
        self, model: type[Model], owner: str, owners_of: Callable[[AbstractUser | AnonymousUser], Collection[int]]
    ) -> None:
        super().__init__(model)
        self.owner = owner
        self.owners_of = owners_of

    def user_has_permission(self, user: AbstractUser | AnonymousUser, action: str) -> bool:
        if action == "change" and super().user_has_permission(user, "add"):
            return True
        return super().user_has_permission(user, action)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet:
        return super().users_with_any_permission({*actions, *(["add"] if "change" in actions else [])})

    def user_has_permission_for_instance(
        self, user: AbstractUser | AnonymousUser, action: str, instance: Model
    ) -> bool:
        if not self.user_has_permission(user, action):
            return False
        return self.reaches_all(user, action) or self._owner_of(instance) in self.owners_of(user)

    def instances_user_has_any_permission_for(
        self, user: AbstractUser | AnonymousUser, actions: Iterable[str]
    ) -> QuerySet:
        instances = super().instances_user_has_any_permission_for(user, actions)
        if any(self.reaches_all(user, action) for action in actions):
            return instances
        return instances.filter(**{f"{self.owner}__in": self.owners_of(user)})

    def reaches_all(self, user: AbstractUser | AnonymousUser, action: str = "change") -> bool:
        """Tell whether the user may do `action` for every owner: with `change`, and for reading also with `view`."""
        sufficient = {"change", "view"} if action == "view" else {"change"}
        return any(super(OwnedPermissionPolicy, self).user_has_permission(user, name) for name in sufficient)

    def may_write_for(self, user: AbstractUser | AnonymousUser, owner: Model | None) -> bool:
        """Tell whether the user may save a record of this owner; without an owner only who may change all records."""
        return self.reaches_all(user) or bool(owner and owner.pk in self.owners_of(user))

    def _owner_of(self, instance: Model) -> int | None:
        return getattr(instance, f"{self.owner}_id")
