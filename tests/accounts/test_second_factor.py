"""If a second factor is required, /admin/ opens only to sessions that have used one."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core import mail
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.users.models import UserProfile

from partners.models import AgreementDocument
from tests.factories import AgreementFactory

LOGIN = {"login": "ada", "password": "correct horse"}
SETUP = "/account/second-factor/"


@pytest.fixture
def ada(site, member):
    return member("editor", username="ada")


@pytest.fixture
def secret(ada):
    """The secret of Ada's authenticator app, which is already set up."""
    secret = generate_totp_secret()
    TOTP.activate(ada, secret)
    return secret


@pytest.fixture(autouse=True)
def required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.fixture(autouse=True)
def still(time_machine):
    """Freeze the clock: a code is valid for 30 seconds, and no test may straddle two codes."""
    time_machine.move_to("2026-11-10 12:00 +0100", tick=False)


def code(secret):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def log_in(client):
    return client.post("/account/login/", LOGIN)


def is_in(client):
    return client.get("/admin/").status_code == 200


def test_without_a_factor_one_is_set_up_before_anything_else(client, ada):
    log_in(client)
    for address in ("/admin/", "/admin/pages/", "/admin/snippets/programs/program/", "/admin/account/"):
        assert client.get(address)["Location"] == SETUP
        assert client.post(address)["Location"] == SETUP
    assert client.get(SETUP).status_code == 200
    assert client.get("/admin/logout/").status_code in (302, 405)
    client.post("/admin/logout/")
    assert "/account/login/" in client.get("/admin/")["Location"]


@pytest.mark.django_db(transaction=True)
def test_an_app_is_set_up_opens_the_door_and_a_mail_says_so(transactional_db, member, client):
    ada = member("editor", username="ada")
    UserProfile.objects.create(user=ada, preferred_language="de")
    log_in(client)
    client.post("/account/confirm/", {"password": "correct horse"})
    page = client.get(f"{SETUP}totp/activate/")
    assert "<svg" in page.text
    answer = client.post(
        f"{SETUP}totp/activate/", {"code": code(page.context["form"].secret)}, headers={"accept-language": "en"}
    )
    assert answer["Location"] == f"{SETUP}recovery-codes/"
    recovery_page = client.get(answer["Location"])
    assert RecoveryCodes(Authenticator.objects.get(type="recovery_codes")).get_unused_codes()[0] in recovery_page.text
    assert client.get("/admin/account/").status_code == 200  # a code works once: nobody is asked again at once
    assert mail.outbox[0].to == [ada.email]
    assert "wurde" in mail.outbox[0].body


def test_a_code_of_the_app_is_asked_for(client, secret):
    answer = log_in(client)
    assert answer["Location"] == f"{SETUP}authenticate/"
    assert not is_in(client)
    assert client.get(answer["Location"]).status_code == 200
    client.post(answer["Location"], {"code": "000000"})
    assert not is_in(client)
    client.post(answer["Location"], {"code": code(secret)})
    assert is_in(client)


def test_a_code_of_the_app_works_once(client, secret):
    used = code(secret)
    for browser, expected in ((client, True), (Client(), False)):
        log_in(browser)
        browser.post(f"{SETUP}authenticate/", {"code": used})
        assert is_in(browser) is expected


def test_a_recovery_code_works_once(ada, secret):
    recovery = RecoveryCodes.activate(ada).get_unused_codes()[0]
    for browser, expected in ((Client(), True), (Client(), False)):
        log_in(browser)
        browser.post(f"{SETUP}authenticate/", {"code": recovery})
        assert is_in(browser) is expected


def test_codes_cannot_be_guessed_for_ever(client, secret):
    log_in(client)
    for _ in range(11):
        client.post(f"{SETUP}authenticate/", {"code": "000000"})
    client.post(f"{SETUP}authenticate/", {"code": code(secret)})
    assert not is_in(client)


def test_a_session_without_the_factor_leads_nowhere(client, ada, secret):
    """Whether it is an old session or was opened by a log-in that asks only for a password."""
    client.force_login(ada)
    answer = client.get("/admin/pages/")
    assert answer["Location"] == f"{SETUP}reauthenticate/?next=%2Fadmin%2Fpages%2F"
    assert client.post("/admin/pages/").status_code == 302
    client.post(f"{SETUP}reauthenticate/", {"code": code(secret)})
    assert is_in(client)


@pytest.mark.parametrize("is_required", [True, False])
@pytest.mark.parametrize(
    "address",
    ["", "totp/activate/", "totp/deactivate/", "webauthn/add/", "recovery-codes/", "recovery-codes/generate/"],
)
def test_a_password_alone_changes_no_factor(client, settings, ada, secret, address, is_required):
    settings.SECOND_FACTOR_REQUIRED = is_required
    client.force_login(ada)
    client.post("/account/confirm/", {"password": "correct horse"})
    assert "reauthenticate" in client.get(SETUP + address)["Location"]
    assert "reauthenticate" in client.post(SETUP + address)["Location"]
    assert Authenticator.objects.count() == 1


def test_nothing_is_asked_for_where_it_is_not_required(client, settings, ada):
    settings.SECOND_FACTOR_REQUIRED = False
    log_in(client)
    assert is_in(client)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("address", ["", "totp/activate/", "webauthn/", "webauthn/add/"])
def test_the_pages_keep_the_strict_policy(client, ada, address, language):
    log_in(client)
    client.post("/account/confirm/", {"password": "correct horse"})
    answer = client.get(SETUP + address, headers={"accept-language": language})
    assert answer.status_code == 200
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert f'<html lang="{language}">' in answer.text
    assert not re.search(r"\sstyle=|\son\w+=|javascript:|<style", answer.text)
    for attributes, text in re.findall(r"<script([^>]*)>(.*?)</script>", answer.text, re.DOTALL):
        assert 'type="application/json"' in attributes or not text.strip()
        assert 'src="/static/' in attributes or 'type="application/json"' in attributes


@pytest.fixture
def document(site):
    document = AgreementDocument(agreement=AgreementFactory())
    document.file.save("vertrag.pdf", ContentFile(b"%PDF-1.7"), save=False)
    document.save()
    return f"/documents/agreements/{document.public_id}/"


def test_whatever_shows_more_to_staff_asks_for_it_too(client, site, member, document):
    """A session with a password alone, as one from before the factor was required."""
    office = member("international office", username="ada")
    secret = generate_totp_secret()
    TOTP.activate(office, secret)
    client.force_login(office)
    for address in (document, "/de/specimen/"):
        answer = client.get(address, follow=True)
        path, query = answer.redirect_chain[-1][0].split("?")
        assert path == f"{SETUP}reauthenticate/", address
        assert answer.status_code == 200
    assert client.get("/de/").status_code == 200
    client.post(f"{path}?{query}", {"code": code(secret)})
    assert client.get(document).status_code == 200
    assert client.get("/de/specimen/").status_code == 200


def test_without_an_account_a_file_is_still_not_there(client, document):
    assert client.get(document).status_code == 404
