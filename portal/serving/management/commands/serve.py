"""`manage.py serve`: becomes the web server."""

import os
from typing import Any

from django.core.management import BaseCommand
from django.core.management.base import CommandParser

from portal.serving.granian import command


class Command(BaseCommand):
    help = "Serve the site with granian, which replaces this process."
    requires_system_checks = ()  # a release runs them: `manage.py check --deploy`

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, host: str, port: int, **options: Any) -> None:
        program = command(host, port)
        os.execv(program[0], program)  # noqa: S606 (no shell is wanted)
