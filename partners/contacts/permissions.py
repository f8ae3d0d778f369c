"""Permissions for contacts: unit editors may edit those of their units."""

from partners.contacts.selectors import units_of
from partners.models import Contact
from portal.core.rights.policies import OwnedPermissionPolicy


def contact_policy() -> OwnedPermissionPolicy:
    """Return the permission policy of contacts."""
    return OwnedPermissionPolicy(Contact, "unit", units_of)
