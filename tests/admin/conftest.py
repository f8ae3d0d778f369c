"""Staff at work: each client is logged in as one of the three accounts, with an interface in German or English."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.users.models import UserProfile

from portal.demo.loading import staff as accounts


@pytest.fixture(params=["de", "en"])
def interface(request):
    """The language in which somebody works; it must not matter for what is saved."""
    return request.param


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
    """The administrator, in both interface languages one after the other."""
    return staff(language=interface)
