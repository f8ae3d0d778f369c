"""Clients of staff in their own language, and on-commit callbacks for the steps of a story."""

from contextlib import ExitStack
from datetime import datetime

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.users.models import UserProfile

from portal.core.time.moment import BERLIN
from tests.chromium import Visit


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


@pytest.fixture
def log_in(browser, editable_demo_server):
    """Return a function that opens a tab for an account of the demo."""
    with ExitStack() as stack:

        def logged_in(name, language):
            user = get_user_model().objects.get(username=name)
            UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
            client = Client()
            client.force_login(user)
            cookie = {"name": settings.SESSION_COOKIE_NAME, "value": client.session.session_key}
            visit = Visit(browser, editable_demo_server, viewport={"width": 1280, "height": 900})
            visit.context.add_cookies([{**cookie, "url": editable_demo_server}])
            return stack.enter_context(visit)

        yield logged_in
