"""Requests as bad luck or bad will would make them, and what goes wrong with them."""

import random
import re
import sys
import traceback
from contextlib import contextmanager
from html import unescape

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_backends, get_user_model
from django.contrib.sessions.backends.db import SessionStore
from django.core.handlers.base import BaseHandler
from django.core.signals import got_request_exception, request_finished
from django.db import close_old_connections, transaction
from django.test import RequestFactory
from hypothesis import settings as examples

from tests.faults.addresses import NAMES, VALUES

FIELD = re.compile(r"<(?:input|select|textarea|button)\b[^>]*>")
ATTRIBUTE = re.compile(r'\b(name|value)="([^"]*)"')


def number(short: int, long: int) -> int:
    """Return how many requests to make: `long` under `make test-long`."""
    return long if examples().max_examples > 200 else short


class Asker:
    """Makes requests without Django's test client, whose copying of contexts takes longer than the pages.

    Whatever a request changes is rolled back. `faults` holds a description of each answer with status 500.
    """

    def __init__(self, username: str = "") -> None:
        self.faults, self.count = [], 0
        self._handler, self._factory = BaseHandler(), RequestFactory()
        self._handler.load_middleware()
        if username:
            self._factory.cookies[settings.SESSION_COOKIE_NAME] = session_of(
                get_user_model().objects.get(username=username)
            )

    def ask(self, method: str, path: str, data: dict | None = None, *, note: str = "", **headers: str):
        """Return the response; `note` stands before a fault."""
        request = getattr(self._factory, method)(path, data or {}, headers=headers)
        request._dont_enforce_csrf_checks = True
        self.count += 1
        with last_exception() as exceptions, transaction.atomic():
            response = self._handler.get_response(request)
            response.close()
            transaction.set_rollback(True)
        if response.status_code >= 500:
            shown = {name: str(value)[:40] for name, value in (data or {}).items()}
            self.faults.append(
                f"{note} {method} {path} {shown}: {exceptions[-1] if exceptions else response.status_code}"
            )
        return response


def session_of(user) -> str:
    """Return the key of a new session of the user."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = next(
        path
        for path, backend in zip(settings.AUTHENTICATION_BACKENDS, get_backends(), strict=True)
        if hasattr(backend, "get_user")
    )
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return session.session_key


@contextmanager
def last_exception():
    """Yield a list to which each unhandled exception is added, with the last places of its traceback."""
    exceptions = []

    def note(**_signal):
        kind, error, trace = sys.exc_info()
        places = [
            f"{frame.filename.rpartition('site-packages/')[2]}:{frame.lineno}"
            for frame in traceback.extract_tb(trace)[-4:]
        ]
        exceptions.append(f"{kind.__name__}: {str(error)[:150]} ({' '.join(places)})")

    got_request_exception.connect(note)
    request_finished.disconnect(close_old_connections)  # it would end this test's transaction
    try:
        yield exceptions
    finally:
        got_request_exception.disconnect(note)
        request_finished.connect(close_old_connections)


def odd_data(draw: random.Random, fields: dict[str, str]) -> dict[str, str]:
    """Return the fields of a form with some odd values, without some of the fields, and with some that it lacks."""
    data = dict(fields)
    for name in draw.sample(sorted(data), min(len(data), draw.randint(0, 3))):
        data[name] = draw.choice(VALUES)
    for name in draw.sample(sorted(data), min(len(data), draw.choice([0, 0, 1, 2]))):
        del data[name]
    return {**data, **{draw.choice(NAMES): draw.choice(VALUES) for _time in range(draw.randint(0, 3))}}


def fields_of(html: str) -> dict[str, str]:
    """Return {name: value} of the fields in a page, roughly as a browser would send them."""
    fields = [dict(ATTRIBUTE.findall(tag)) for tag in FIELD.findall(html)]
    return {unescape(field["name"]): unescape(field.get("value", "")) for field in fields if field.get("name")}
