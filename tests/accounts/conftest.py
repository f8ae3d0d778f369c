"""Staff of each group, with the permissions that the migrations grant; tests grant none."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client


@pytest.fixture
def member(db):
    """Return a function that creates an account: `member("editor")`, or `member()` for one without a group."""

    def create_account(group: str = "", *, units=(), **columns):
        number = get_user_model().objects.count()
        name = columns.pop("username", f"{group or 'nobody'}-{number}")
        user = get_user_model().objects.create_user(name, f"{number}@example.org", "correct horse", **columns)
        user.groups.set(Group.objects.filter(name=group))
        user.units.set(units)
        return user

    return create_account


@pytest.fixture
def as_member(member):
    """Return a function that creates an account and returns a client logged in with it."""

    def logged_in(group: str = "", **options):
        client = Client()
        client.force_login(member(group, **options))
        return client

    return logged_in
