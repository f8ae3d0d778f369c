"""The production site starts only with its secrets, and then passes Django's deployment checks."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from portal.settings.requirements import REQUIRED, YES_OR_NO, missing, objections
from tests.processes import ROOT

WHOLE = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "SECRET_KEY": "0123456789 abcdefghijklmnopqrstuvwxyz 0123456789 abcdefghijklmnopqrstuvwxyz",
    "DATABASE_URL": "postgres://portal@database.invalid/portal",
    "ALLOWED_HOSTS": "vielfalt.example.org",
    "EMAIL_URL": "smtp+tls://portal:secret@mail.example.org:587",
    "BASE_URL": "https://vielfalt.example.org",
}
KEPT = Path("/srv/portal")
SETTINGS = {
    "SECRET_KEY": WHOLE["SECRET_KEY"],
    "ALLOWED_HOSTS": ["vielfalt.example.org"],
    "BASE_URL": WHOLE["BASE_URL"],
    "MEDIA_ROOT": KEPT / "media",
    "STATIC_ROOT": KEPT / "static",
    "PRIVATE_ROOT": KEPT / "private",
    "WORKERS": 2,
    "REQUEST_THREADS": 4,
    "CACHES": {"throttling": {"BACKEND": "django.core.cache.backends.db.DatabaseCache"}},
    "TRUSTED_PROXIES": 1,
    "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https"),
    "DATABASES": {"default": {"ENGINE": "django.db.backends.postgresql"}},
    "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
}


def manage(*command, **variables):
    environment = {"PATH": os.environ["PATH"], **WHOLE, **variables}
    environment = {name: value for name, value in environment.items() if value}
    command = [sys.executable, "manage.py", *command]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)


def test_nothing_to_object():
    answer = manage("check", "--deploy", "--fail-level", "WARNING")
    assert answer.returncode == 0, answer.stderr


def test_the_first_objection_is_all_that_it_says():
    answer = manage("check", SECRET_KEY="x", ALLOWED_HOSTS="*")
    assert answer.returncode == 1
    assert re.fullmatch(r"SECRET_KEY is too weak: [^.]+\.\n", answer.stderr)


@pytest.mark.parametrize("name", REQUIRED)
def test_a_missing_variable_is_named(name):
    sentences = list(missing({**WHOLE, name: ""}))
    assert sentences == [f"The environment variable {name} is missing: the site does not start without it."]


@pytest.mark.parametrize("name", YES_OR_NO)
def test_a_misspelt_yes_does_not_mean_no(name):
    assert list(missing({**WHOLE, name: "ture"})) == [f"{name} must be on or off, and is neither."]


def test_what_is_well_configured_has_nothing_against_it():
    assert [*missing(WHOLE), *objections(SETTINGS)] == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "x"),
        ("SECRET_KEY", "x" * 60),
        ("ALLOWED_HOSTS", ["*"]),
        ("ALLOWED_HOSTS", ["vielfalt.example.org", "."]),
        ("ALLOWED_HOSTS", ["https://vielfalt.example.org"]),
        ("BASE_URL", "http://localhost:8000"),
        ("BASE_URL", "vielfalt.example.org"),
        ("PRIVATE_ROOT", KEPT / "media"),
        ("PRIVATE_ROOT", KEPT / "media" / "private"),
        ("PRIVATE_ROOT", KEPT / "private" / ".." / "static" / "private"),
        ("PRIVATE_ROOT", KEPT),
        ("CACHES", {"throttling": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}),
        ("TRUSTED_PROXIES", 0),
        ("DATABASES", {"default": {"ENGINE": "django.db.backends.sqlite3"}}),
        ("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend"),
        ("WORKERS", 0),
    ],
)
def test_each_open_door_is_named_in_one_sentence(name, value):
    (sentence,) = objections({**SETTINGS, name: value})
    assert name in sentence.replace("CACHE_URL", "CACHES").replace("DATABASE_URL", "DATABASES").replace(
        "EMAIL_URL", "EMAIL_BACKEND"
    )
    assert re.fullmatch(r"[^\n]+[^.]\.", sentence)


def test_one_process_needs_no_shared_cache():
    alone = {"WORKERS": 1, "CACHES": {"throttling": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}}
    assert list(objections({**SETTINGS, **alone})) == []


def test_no_demo_content_gets_in():
    answer = manage("shell", "--no-imports", "--command", "from django.conf import settings; print(settings.DEMO)")
    assert answer.stdout == "False\n"
