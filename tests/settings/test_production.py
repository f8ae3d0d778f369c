"""The production site starts only with its secrets, and then passes Django's deployment checks."""

import os
import subprocess
import sys

import pytest

from tests.processes import ROOT

WHOLE = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "SECRET_KEY": "0123456789 abcdefghijklmnopqrstuvwxyz 0123456789 abcdefghijklmnopqrstuvwxyz",
    "DATABASE_URL": "postgres://portal@database.invalid/portal",
    "ALLOWED_HOSTS": "vielfalt.example.org",
    "EMAIL_URL": "smtp+tls://portal:secret@mail.example.org:587",
}


def manage(*command, **variables):
    environment = {"PATH": os.environ["PATH"], **WHOLE, **variables}
    environment = {name: value for name, value in environment.items() if value}
    command = [sys.executable, "manage.py", *command]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)


def test_nothing_to_object():
    answer = manage("check", "--deploy", "--fail-level", "WARNING")
    assert answer.returncode == 0, answer.stderr


@pytest.mark.parametrize("name", ["SECRET_KEY", "DATABASE_URL", "ALLOWED_HOSTS", "EMAIL_URL"])
def test_a_missing_variable_is_named_in_one_sentence(name):
    answer = manage("check", **{name: ""})
    assert answer.returncode == 1
    assert answer.stderr == f"The environment variable {name} is missing: the site does not start without it.\n"


def test_no_demo_content_gets_in():
    answer = manage("shell", "--no-imports", "--command", "from django.conf import settings; print(settings.DEMO)")
    assert answer.stdout == "False\n"
