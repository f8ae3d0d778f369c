"""The mail server takes its time, and nobody learns from that who has an account."""

import re

from django.contrib.auth.hashers import make_password

from portal.accounts.models import User
from tests.databases import connected_to
from tests.faults.slow_mail import SECONDS

FORM = "/admin/password_reset/"


def ask(site, email):
    """Ask for a new password as a browser does, and return the response."""
    page = site.get(FORM)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)[1]
    cookie = page.headers["Set-Cookie"].split(";")[0]
    return site.post(FORM, f"csrfmiddlewaretoken={token}&email={email}", Cookie=cookie)


def test_the_answer_does_not_wait_for_the_mail(running_site, django_db_blocker):
    with django_db_blocker.unblock(), connected_to(running_site.database.name):
        assert User.objects.filter(username="editor").update(password=make_password("any"))
    known, unknown = ask(running_site, "editor@example.org"), ask(running_site, "nobody@example.org")
    assert (known.status, unknown.status) == (302, 302)
    assert known.seconds < SECONDS
    while not list(running_site.mails.glob("*")):
        running_site.get("/livez")
