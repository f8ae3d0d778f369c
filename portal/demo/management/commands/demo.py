"""`make demo`: prepares the database, loads content and serves the portal."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.core.management import BaseCommand, CommandError, call_command
from django.core.management.base import CommandParser
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from portal.demo.loading.staff import ACCOUNTS
from portal.demo.processes import running_together
from portal.demo.web import serve, start_scheduler, wait_until_answering, wait_until_free


class Command(BaseCommand):
    help = "Prepare the database, load the demo content where it is missing, and serve the site until Ctrl-C."
    requires_system_checks = ()  # `make lint` runs them; here they would take a second at every start

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, port: int, **options: Any) -> None:
        if not wait_until_free(port):
            raise CommandError(f"Port {port} is in use. Choose another: make demo PORT={port + 1}")
        try:
            with running_together() as processes:
                self._prepare()
                with self._step("Server"):
                    serve(processes, port)
                    passwords = _passwords()
                    connection.close()  # the server has connections of its own
                    wait_until_answering(processes, port)
                start_scheduler(processes, port)
                self._introduce(port, passwords)
                processes.wait()
        except KeyboardInterrupt:
            self.stdout.write("\nThe demonstration has ended. What was changed is kept.")
        else:
            raise CommandError("A process ended again and again; its last words stand above.")

    def _prepare(self) -> None:
        self.stdout.write("The demonstration is being prepared.")
        with self._step("Tables"):
            _migrate()
        with self._step("Content"):
            call_command("load_demo", password=settings.DEMO_PASSWORD, stdout=StringIO())
        with self._step("Styles, scripts"):
            call_command("collectstatic", interactive=False, verbosity=0)

    @contextmanager
    def _step(self, name: str) -> Iterator[None]:
        self.stdout.write(f"  {name:<18}", ending="")
        self.stdout.flush()
        start = time.monotonic()
        yield
        self.stdout.write(f"{time.monotonic() - start:5.1f} s")
        self.stdout.flush()

    def _introduce(self, port: int, passwords: dict[str, str]) -> None:
        address = f"http://localhost:{port}"
        self.stdout.write(
            f"\nThe portal is running:  {self.style.SUCCESS(address)}\nStaff log in at:        {address}/admin/"
        )
        for name, password in passwords.items():
            self.stdout.write(f"  {name:<21} {password}")
        self.stdout.write(f"Mail it sends:          {settings.EMAIL_FILE_PATH}")
        self.stdout.write(f"Everything it keeps:    {settings.BASE_DIR / 'var'}")
        self.stdout.write("Ctrl-C ends it and keeps what was changed; make demo-reset starts afresh.\n")
        self.stdout.flush()


def _migrate() -> None:
    """Run all migrations or none: an interrupted first start must not leave tables on which the next one fails.

    Checking first is faster than `migrate` without migrations, which also checks every content type and permission.
    """
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        with transaction.atomic(), connection.cursor() as cursor:
            # A table cannot be altered while a deferred constraint is pending.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            call_command("migrate", interactive=False, verbosity=0)


def _passwords() -> dict[str, str]:
    """Return the password of each account, or a note. Accounts created together share a hash, checked once."""
    users = {user.username: user for user in get_user_model().objects.filter(username__in=ACCOUNTS, is_active=True)}
    by_hash = {user.password: user for user in users.values()}
    valid_hashes = {hashed for hashed, user in by_hash.items() if user.check_password(settings.DEMO_PASSWORD)}
    return {name: _password(users.get(name), valid_hashes) for name in ACCOUNTS}


def _password(user: AbstractUser | None, valid_hashes: set[str]) -> str:
    """Return the demonstration's password if it is that of the account, else a note in brackets."""
    if user is None:
        return "(no longer there)"
    return settings.DEMO_PASSWORD if user.password in valid_hashes else "(password: as it was set before)"
