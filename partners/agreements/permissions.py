"""Permissions for agreements: unit editors may edit those of their units until they are signed."""

from typing import cast

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import Model

from partners.contacts.selectors import units_of
from partners.models import WRITTEN_BY_UNITS, Agreement
from portal.core.rights.policies import OwnedPermissionPolicy


class AgreementPolicy(OwnedPermissionPolicy):
    """The policy of records that belong to units, except that unit editors may only read signed agreements."""

    def user_has_permission(self, user: AbstractUser | AnonymousUser, action: str) -> bool:
        return super().user_has_permission(user, "add" if action == "view" and self._is_unit_editor(user) else action)

    def user_has_permission_for_instance(
        self, user: AbstractUser | AnonymousUser, action: str, instance: Model
    ) -> bool:
        if not super().user_has_permission_for_instance(user, action, instance):
            return False
        return action == "view" or self.reaches_all(user, action) or self._may_write(user, cast(Agreement, instance))

    def _may_write(self, user: AbstractUser | AnonymousUser, instance: Agreement) -> bool:
        return instance.stage in WRITTEN_BY_UNITS or not self._is_unit_editor(user)

    def _is_unit_editor(self, user: AbstractUser | AnonymousUser) -> bool:
        """Tell whether the user may only work with the agreements of their own units."""
        return not self.reaches_all(user, "view") and super().user_has_permission(user, "add")


def agreement_policy() -> AgreementPolicy:
    """Return the permission policy of agreements."""
    return AgreementPolicy(Agreement, "unit", units_of)
