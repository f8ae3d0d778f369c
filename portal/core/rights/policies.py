"""Who may do what with a record, asked about the record itself and not only about its type."""

from django.db.models import QuerySet
from wagtail.permission_policies import ModelPermissionPolicy


class OwnedPermissionPolicy(ModelPermissionPolicy):
    """Rights over records that belong to somebody, such as to a unit.

    Whoever may `change` reaches every record. Whoever may only `add` creates records for their own owners, and edits
    those; whatever else they may do, they may do with those alone. This is how Wagtail treats images. It fails on the
    safe side: code that knows nothing of owners asks for `change`, which such a person does not have.

    `owner` names the foreign key, `owners_of` returns the keys of those for whom a user works.
    """

    def __init__(self, model, owner: str, owners_of):
        super().__init__(model)
        self.owner = owner
        self.owners_of = owners_of

    def user_has_permission(self, user, action):
        if action == "change" and super().user_has_permission(user, "add"):
            return True
        return super().user_has_permission(user, action)

    def users_with_any_permission(self, actions):
        return super().users_with_any_permission({*actions, *(["add"] if "change" in actions else [])})

    def user_has_permission_for_instance(self, user, action, instance):
        if not self.user_has_permission(user, action):
            return False
        return self.reaches_all(user, action) or self._owner_of(instance) in self.owners_of(user)

    def instances_user_has_any_permission_for(self, user, actions) -> QuerySet:
        everything = super().instances_user_has_any_permission_for(user, actions)
        if any(self.reaches_all(user, action) for action in actions):
            return everything
        return everything.filter(**{f"{self.owner}__in": self.owners_of(user)})

    def reaches_all(self, user, action="change") -> bool:
        """Tell whether owners do not matter: for everybody who may change all, and for reading who may read all."""
        whole = {"change", "view"} if action == "view" else {"change"}
        return any(super(OwnedPermissionPolicy, self).user_has_permission(user, each) for each in whole)

    def may_give_to(self, user, owner) -> bool:
        """Tell whether somebody may save a record of this owner, who may be missing."""
        return self.reaches_all(user) or bool(owner and owner.pk in self.owners_of(user))

    def _owner_of(self, instance):
        return getattr(instance, f"{self.owner}_id")
