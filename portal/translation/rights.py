"""Who may see, write and confirm a translation: users who may change its page or record."""

from django.contrib.auth.models import AbstractUser, AnonymousUser
from wagtail.models import Page

from portal.core.rights import scope
from portal.translation.english import English


def may_change(user: AbstractUser | AnonymousUser, english: English) -> bool:
    """Tell whether the user may change both pages of a pair, or the record."""
    objects = [instance for instance in (english.german, english.instance) if instance is not None]
    return all(
        scope.policy_of(Page if isinstance(instance, Page) else type(instance)).user_has_permission_for_instance(
            user, "change", instance
        )
        for instance in objects
    )
