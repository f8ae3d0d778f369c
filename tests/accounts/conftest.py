"""Staff of each group. Rights are those of the migrations: no test gives any."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client


@pytest.fixture
def member(db):
    """Return a function that makes an account: `member("editor")`, `member()` for one without a group."""

    def made(group: str = "", *, units=(), **columns):
        number = get_user_model().objects.count()
        name = columns.pop("username", f"{group or 'nobody'}-{number}")
        user = get_user_model().objects.create_user(name, f"{number}@example.org", "correct horse", **columns)
        user.groups.set(Group.objects.filter(name=group))
        user.units.set(units)
        return user

    return made


@pytest.fixture
def as_member(member):
    """Return a function that makes an account and returns a browser that is logged in with it."""

    def logged_in(group: str = "", **options):
        client = Client()
        client.force_login(member(group, **options))
        return client

    return logged_in
