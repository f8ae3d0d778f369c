"""Logging in: the password, the lock after five wrong attempts, and the password reset mail."""

import re
from datetime import datetime, timedelta

import pytest
import time_machine
from axes.models import AccessAttempt, AccessLog
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from django.test import RequestFactory
from wagtail.users.models import UserProfile

from portal.accounts.attempts import attempted_name
from portal.accounts.forms import SECONDS_BETWEEN_MAILS
from portal.core.throttling import client_address
from portal.core.time.moment import BERLIN

LOGIN = "/account/login/"
RIGHT = {"login": "ada", "password": "correct horse"}
WRONG = {"login": "ada", "password": "wrong"}
MINUTES = 16


@pytest.fixture
def ada(site, member):
    return member("editor", username="ada")


def fail(client, times=5, **options):
    for _ in range(times):
        answer = client.post(LOGIN, WRONG, **options)
    return answer


def is_in(client):
    return client.get("/admin/").status_code == 200


def test_wagtails_own_log_in_leads_to_ours(client, ada):
    answer = client.get("/admin/", follow=True)
    assert answer.request["PATH_INFO"] == LOGIN
    assert client.get("/admin/login/?next=/admin/pages/")["Location"] == f"{LOGIN}?next=/admin/pages/"
    assert client.post("/admin/login/", {"username": "ada", "password": "correct horse"}).status_code == 302
    assert not is_in(client)


def test_a_password_opens_the_door(client, ada):
    answer = client.post(f"{LOGIN}?next=/admin/reports/", {**RIGHT, "next": "/admin/images/"})
    assert answer["Location"] == "/admin/images/"
    assert is_in(client)


@pytest.mark.parametrize("where", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_nobody_is_led_elsewhere(client, ada, where):
    assert client.post(LOGIN, {**RIGHT, "next": where})["Location"] == "/admin/"


def test_there_are_no_other_cookies_than_two(client, ada):
    client.get(LOGIN)
    client.post(LOGIN, RIGHT)
    client.get("/admin/")
    assert set(client.cookies) <= {"sessionid", "csrftoken"}


def test_a_visitor_gets_no_cookie(client, site):
    assert client.get("/de/").cookies == {}


@pytest.mark.parametrize(
    ("language", "words"), [("de", "Zu viele Versuche"), ("en", "Too many attempts")], ids=["de", "en"]
)
def test_five_wrong_passwords_lock_even_the_right_one_out(client, ada, language, words):
    options = {"headers": {"accept-language": language}}
    assert fail(client, 4, **options).status_code == 200
    answer = fail(client, 1, **options)
    assert answer.status_code == 429
    assert words in answer.text
    assert client.post(LOGIN, RIGHT, **options).status_code == 429
    assert not is_in(client)


def test_the_lock_opens_after_a_quarter_of_an_hour(client, ada, time_machine):
    time_machine.move_to("2026-11-10 12:00 +0100", tick=False)
    fail(client)
    time_machine.shift(timedelta(minutes=14))
    client.post(LOGIN, RIGHT)
    assert not is_in(client)
    time_machine.shift(timedelta(minutes=2))
    cache.clear()
    client.post(LOGIN, RIGHT)
    assert is_in(client)


def test_trying_on_does_not_make_it_longer(client, ada, time_machine):
    time_machine.move_to("2026-11-10 12:00 +0100", tick=False)
    fail(client)
    time_machine.shift(timedelta(minutes=10))
    fail(client, 3)
    time_machine.shift(timedelta(minutes=6))
    cache.clear()
    client.post(LOGIN, RIGHT)
    assert is_in(client)


def test_another_spelling_is_the_same_name(client, ada):
    for name in ("ada", "Ada", "ADA", " ada", "aDa"):
        answer = client.post(LOGIN, {"login": name, "password": "wrong"})
    assert answer.status_code == 429


def test_a_colleague_elsewhere_is_not_locked_out(client, ada):
    fail(client, REMOTE_ADDR="192.0.2.1")
    client.post(LOGIN, RIGHT, REMOTE_ADDR="192.0.2.2")
    assert is_in(client)


def test_from_many_addresses_too_a_password_cannot_be_guessed_for_ever(client, ada):
    for number in range(12):
        client.post(LOGIN, WRONG, REMOTE_ADDR=f"192.0.2.{number}")
    client.post(LOGIN, RIGHT, REMOTE_ADDR="192.0.2.99")
    assert not is_in(client)


@pytest.mark.parametrize(
    ("proxies", "header", "address"),
    [
        (0, "203.0.113.9", "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "10.0.0.1, 203.0.113.9", "203.0.113.9"),
        (2, "203.0.113.9, 10.0.0.1", "203.0.113.9"),
        (2, "203.0.113.9", "192.0.2.1"),
        (1, "", "192.0.2.1"),
    ],
)
def test_only_our_own_proxies_are_believed(settings, proxies, header, address):
    settings.TRUSTED_PROXIES = proxies
    headers = {"x-forwarded-for": header} if header else {}
    assert client_address(RequestFactory(REMOTE_ADDR="192.0.2.1").get("/", headers=headers)) == address


def test_what_is_kept_of_an_attempt_says_little_and_is_soon_gone(client, ada, time_machine):
    time_machine.move_to("2026-11-10 12:00 +0100", tick=False)
    fail(client, 1)
    attempt = AccessAttempt.objects.get()
    assert "wrong" not in attempt.post_data
    assert "ada" not in attempt.post_data
    call_command("forget_login_attempts", verbosity=0)
    assert AccessAttempt.objects.count() == 1
    time_machine.shift(timedelta(minutes=MINUTES))
    call_command("forget_login_attempts", verbosity=0)
    assert AccessAttempt.objects.count() == 0
    client.post(LOGIN, RIGHT)
    assert AccessLog.objects.count() == 0


def test_a_name_is_found_in_both_places():
    request = RequestFactory().post(LOGIN, {"login": "Ada "})
    assert attempted_name(request) == attempted_name(request, {"username": "ADA"}) == "ada"


# A forgotten password ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("speaks", "subject", "text"),
    [
        ("de", "Passwort", "Bitte"),
        ("en", "Password reset", "Please follow the link"),
        ("", "Passwort", "Bitte"),
    ],
)
def test_the_mail_is_in_the_language_of_the_person_not_of_whoever_asks(client, ada, speaks, subject, text):
    UserProfile.objects.create(user=ada, preferred_language=speaks)
    asks_in = "de" if speaks == "en" else "en"
    client.post("/admin/password_reset/", {"email": ada.email}, headers={"accept-language": asks_in})
    assert len(mail.outbox) == 1
    assert subject in mail.outbox[0].subject
    assert text in mail.outbox[0].body


def test_the_link_of_the_mail_sets_a_new_password(client, ada):
    client.post("/admin/password_reset/", {"email": ada.email})
    link = re.search(r"http://localhost:8000(/admin/password_reset/confirm/\S+)", mail.outbox[0].body)[1]
    form = client.get(link)["Location"]
    answer = client.post(form, {"new_password1": "battery staple 9", "new_password2": "battery staple 9"})
    assert answer.status_code == 302
    assert not is_in(client)
    client.post(LOGIN, {"login": "ada", "password": "battery staple 9"})
    assert is_in(client)
    assert client.get(link).status_code == 200, "the link works once"


def test_whoever_keeps_asking_fills_no_mailbox(client, ada):
    with time_machine.travel(datetime(2026, 11, 20, 12, tzinfo=BERLIN), tick=False) as clock:
        for _time in range(3):
            assert client.post("/admin/password_reset/", {"email": ada.email}).status_code == 302
        assert len(mail.outbox) == 1
        clock.shift(SECONDS_BETWEEN_MAILS + 1)
        client.post("/admin/password_reset/", {"email": ada.email})
    assert len(mail.outbox) == 2


def test_nobody_learns_who_has_an_account(client, ada):
    existing_account = client.post("/admin/password_reset/", {"email": ada.email})
    missing_account = client.post("/admin/password_reset/", {"email": "nobody@example.org"})
    assert (existing_account.status_code, existing_account["Location"]) == (
        missing_account.status_code,
        missing_account["Location"],
    )
    assert len(mail.outbox) == 1


def test_nobody_signs_up(client, site):
    for address in ("signup/", "email/", "password/reset/", "login/code/", "second-factor/webauthn/signup/"):
        assert client.get(f"/account/{address}").status_code == 404
