"""Who may do what with a contact: unit editors edit those of the own units."""

from partners.contacts.selectors import units_of
from partners.models import Contact
from portal.core.rights.policies import OwnedPermissionPolicy


def contact_policy() -> OwnedPermissionPolicy:
    return OwnedPermissionPolicy(Contact, "unit", units_of)
