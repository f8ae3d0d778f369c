"""Who may do what with an agreement: unit editors write those of the own units until they are signed."""

from partners.contacts.selectors import units_of
from partners.models import BEFORE_SIGNED, Agreement
from portal.core.rights.policies import OwnedPermissionPolicy


class AgreementPolicy(OwnedPermissionPolicy):
    """As for all records of units; and whoever does not reach all of them may only read what is signed."""

    def user_has_permission(self, user, action):
        return super().user_has_permission(user, "add" if action == "view" and self._is_owner(user) else action)

    def user_has_permission_for_instance(self, user, action, instance):
        if not super().user_has_permission_for_instance(user, action, instance):
            return False
        return action == "view" or self.reaches_all(user, action) or self._may_write(user, instance)

    def _may_write(self, user, instance) -> bool:
        return instance.stage in BEFORE_SIGNED or not self._is_owner(user)

    def _is_owner(self, user) -> bool:
        """Tell whether somebody works with the agreements of the own units alone."""
        return not self.reaches_all(user, "view") and super().user_has_permission(user, "add")


def agreement_policy() -> AgreementPolicy:
    return AgreementPolicy(Agreement, "unit", units_of)
