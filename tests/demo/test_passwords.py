"""`make demo` prints the password of each account as long as it is valid."""

import pytest

from portal.accounts.models import User
from portal.demo.loading import staff
from portal.demo.management.commands import demo


@pytest.fixture
def accounts(demo_content, settings):
    """All accounts as the first start creates them."""
    User.objects.filter(username__in=staff.ACCOUNTS).delete()
    staff.load(settings.DEMO_PASSWORD)
    return User.objects


def test_each_account_is_told_as_it_stands(accounts, settings):
    changed = accounts.get(username="editor")
    changed.set_password("my own")
    changed.save()
    accounts.filter(username="moderator").update(is_active=False)
    passwords = demo._passwords()
    assert passwords.pop("editor") == "(password: as it was set before)"
    assert passwords.pop("moderator") == "(no longer there)"
    assert set(passwords.values()) == {settings.DEMO_PASSWORD}
    assert all(accounts.get(username=name).check_password(settings.DEMO_PASSWORD) for name in passwords)


def test_without_a_password_nobody_can_log_in(accounts):
    accounts.filter(username__in=staff.ACCOUNTS).delete()
    staff.load("")
    assert not any(user.has_usable_password() for user in accounts.filter(username__in=staff.ACCOUNTS))
