"""Who may see and confirm a translation: users who may change its page or record."""

from django.contrib.auth.models import AbstractUser, AnonymousUser
from wagtail.permissions import page_permission_policy

from portal.core.rights import scope
from portal.translation import selectors
from portal.translation.models import Translation


def may_change(user: AbstractUser | AnonymousUser, translation: Translation) -> bool:
    """Tell whether the user may change both pages of a pair, or the record."""
    if pages := selectors.pages_of(translation):
        return all(
            page_permission_policy.user_has_permission_for_instance(user, "change", page) for page in pages.values()
        )
    record = selectors.record_of(translation)
    if record is None:
        return False
    return scope.policy_of(type(record)).user_has_permission_for_instance(user, "change", record)
