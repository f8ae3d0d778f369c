"""Settings that staff choose for themselves."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser


def language_of(user: AbstractUser) -> str:
    """Return the language of a user's interface, in which mail to them is also written; German by default."""
    profile = getattr(user, "wagtail_userprofile", None)
    return (profile and profile.preferred_language) or settings.LANGUAGE_CODE
