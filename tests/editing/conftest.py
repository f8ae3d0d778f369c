"""Staff at work in their own language, and what a step of a story leaves when it is committed."""

from datetime import datetime

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.users.models import UserProfile

from portal.core.moment import BERLIN


def berlin(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=BERLIN)


@pytest.fixture
def staff(site):
    """Return a function: the client of a member of a group, whose account is at its `user`."""

    def logged_in(group="moderator", language="en", units=()):
        user, _is_new = get_user_model().objects.get_or_create(username=f"{group} at work")
        user.groups.set([Group.objects.get(name=group)])
        user.units.set(units)
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
        client = Client()
        client.force_login(user)
        client.user = user
        return client

    return logged_in


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Return a context in which a step of the story ends with a commit."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
