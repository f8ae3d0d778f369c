"""Clients logged in as one of the staff accounts, with a German or English interface."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.users.models import UserProfile

from portal.demo.loading import staff as accounts

LANGUAGES = ("de", "en")
in_both_interfaces = pytest.mark.parametrize("interface", LANGUAGES)


@pytest.fixture
def interface(request):
    """Return the interface language, which must not affect what is saved.

    Parametrised tests alternate between German and English, so that each test runs in both. Tests without parameters
    run in German only, unless they are marked with `in_both_interfaces`.
    """
    case = getattr(request.node, "callspec", None)
    return LANGUAGES[(sum(case.indices.values()) + len(request.node.originalname)) % 2] if case else "de"


@pytest.fixture
def staff(site):
    """Return a function: the client of "administrator", "moderator" or "editor"."""
    accounts.load("password of the tests")

    def logged_in(name="administrator", language="de"):
        user = get_user_model().objects.get(username=name)
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
        client = Client()
        client.force_login(user)
        return client

    return logged_in


@pytest.fixture
def client(staff):
    """The administrator, with a German interface."""
    return staff()


@pytest.fixture
def either(staff, interface):
    """The administrator, with the interface language of this test run (see `interface`)."""
    return staff(language=interface)


@pytest.fixture
def member_of(site):
    """Return a function: the client of a new account in a group, with an English interface."""

    def logged_in(group):
        user = get_user_model().objects.create_user(f"member of {group}")
        user.groups.set([Group.objects.get(name=group)])
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})
        client = Client()
        client.force_login(user)
        return client

    return logged_in
