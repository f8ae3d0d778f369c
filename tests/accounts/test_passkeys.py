"""A passkey is added and then used to log in, with Chromium's virtual authenticator."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from playwright.sync_api import expect

from tests.chromium import Visit, follow

KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def tab(browser, editable_demo_server, settings):
    """A browser tab on a device that supports passkeys."""
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # http://localhost
    user = get_user_model().objects.get(username="editor")
    user.set_password("correct horse")
    user.save()
    with Visit(browser, editable_demo_server) as tab:
        device = tab.context.new_cdp_session(tab)
        device.send("WebAuthn.enable")
        device.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
        yield tab


def test_a_passkey_is_added_and_is_all_that_is_needed_to_log_in(tab):
    tab.goto("/account/login/?next=/admin/")
    tab.get_by_label("Benutzername").fill("editor")
    tab.get_by_label("Passwort").fill("correct horse")
    follow(tab.get_by_role("button", name="Anmelden", exact=True))
    tab.goto("/account/second-factor/webauthn/add/")
    tab.get_by_label("Passwort").fill("correct horse")  # once more, before anything is changed
    follow(tab.get_by_role("button", name="Bestätigen"))
    tab.get_by_role("textbox").first.fill("Mein Laptop")
    tab.get_by_role("checkbox").check()  # without a password
    follow(tab.get_by_role("button", name="Hinzufügen"))
    assert Authenticator.objects.filter(user__username="editor", type="webauthn").count() == 1
    tab.context.clear_cookies()
    tab.goto("/account/login/?next=/admin/")
    with tab.expect_navigation(url="**/admin/"):
        tab.get_by_role("button", name="Passkey").click()
    expect(tab.get_by_role("heading", level=1)).to_be_visible()
    assert tab.goto("/admin/").status == 200
    assert tab.url.endswith("/admin/")
