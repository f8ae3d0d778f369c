"""Clients of staff in their own language, and on-commit callbacks for the steps of a story."""

from datetime import datetime

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.users.models import UserProfile

from portal.core.time.moment import BERLIN


def berlin(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=BERLIN)


@pytest.fixture
def staff(site):
    """Return a function that returns a client of a member of a group; the account is its `user`."""

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
    """Return a context manager that runs on-commit callbacks at its end."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
