import signal
import threading
from typing import Any

from django.core.management import BaseCommand
from django.core.management.base import CommandParser

from portal.editing import scheduler


class Command(BaseCommand):
    help = "Publish and expire what is scheduled, and check links once a day, until SIGTERM or Ctrl-C. One at a time."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--every", type=float, default=60, help="seconds between two rounds (default: 60)")

    def handle(self, *, every: float, **options: Any) -> None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda *_: stop.set())
        scheduler.run(every, stop)
