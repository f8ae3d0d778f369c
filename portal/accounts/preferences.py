"""What staff have chosen for themselves."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from wagtail.users.models import UserProfile


def language_of(user: AbstractUser) -> str:
    """Return the language of somebody's interface, in which they also get mail; German where none was chosen."""
    profile = UserProfile.objects.filter(user=user).first()
    return (profile and profile.preferred_language) or settings.LANGUAGE_CODE
