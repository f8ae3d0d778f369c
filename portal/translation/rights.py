"""Who may see a translation at work, and say that it is right: whoever may change what it belongs to."""

from django.contrib.auth.models import AbstractUser
from wagtail.permissions import page_permission_policy

from portal.translation import selectors
from portal.translation.models import Translation


def may_change(user: AbstractUser, translation: Translation) -> bool:
    """Tell whether `user` may change the page pair or record."""
    if pages := selectors.pages_of(translation):
        return all(page_permission_policy.user_has_permission_for_instance(user, "change", p) for p in pages.values())
    record = selectors.record_of(translation)
    if record is None:
        return False
    policy = type(record).snippet_viewset.permission_policy
    return policy.user_has_permission_for_instance(user, "change", record)
