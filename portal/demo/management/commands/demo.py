"""`make demo`: from nothing to a running portal with content, and again in seconds."""

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
from portal.demo.web import becomes_free, serve, start_scheduler, wait_until_answering


class Command(BaseCommand):
    help = "Prepare the database, load the demo content where it is missing, and serve the site until Ctrl-C."
    requires_system_checks = ()  # `make lint` runs them; here they would cost a second at every start

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, port: int, **options: Any) -> None:
        if not becomes_free(port):
            raise CommandError(f"Port {port} is in use. Choose another: make demo PORT={port + 1}")
        try:
            with running_together() as processes:
                self._prepare()
                with self._step("Server"):
                    serve(processes, port)
                    passwords = _passwords()
                    connection.close()  # nothing more to ask; the server has connections of its own
                    wait_until_answering(processes, port)
                start_scheduler(processes)  # nobody waits for it
                self._introduce(port, passwords)
                processes.wait()
        except KeyboardInterrupt:
            self.stdout.write("\nThe demonstration has ended. What was changed is kept.")
        else:
            raise CommandError("A process ended by itself; its last words stand above.")

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
    """All migrations or none: a first start that is cut short must not leave tables that the next one trips over.

    Looking first is quicker than migrating nothing, which also visits every content type and permission.
    """
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        with transaction.atomic(), connection.cursor() as cursor:
            # A table cannot be altered while a deferred constraint waits for the end of the transaction.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            call_command("migrate", interactive=False, verbosity=0)


def _passwords() -> dict[str, str]:
    """Return what to tell the reader of each account. Trying is slow, so what was made as one is tried once."""
    users = {user.username: user for user in get_user_model().objects.filter(username__in=ACCOUNTS, is_active=True)}
    opens = {user.password: user for user in users.values()}
    opened = {hashed for hashed, user in opens.items() if user.check_password(settings.DEMO_PASSWORD)}
    return {name: _password(users.get(name), opened) for name in ACCOUNTS}


def _password(user: AbstractUser | None, opened: set[str]) -> str:
    """Return the password that was set, as long as it opens the account."""
    if user is None:
        return "(no longer there)"
    return settings.DEMO_PASSWORD if user.password in opened else "(password: as it was set before)"
