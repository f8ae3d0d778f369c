from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser
from django.db import transaction

from portal.demo.loading import deferring, pages, partners, records, staff


class Command(BaseCommand):
    help = "Create what is missing of the demonstration's content. Changes nothing that is there."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--password", default="", help="for the staff accounts that are created")

    def handle(self, *, password: str, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("This is no demonstration (settings.DEMO is off): its content stays out.")
        with transaction.atomic():  # interrupted, it leaves nothing, and the next start loads everything
            with deferring.deferred():
                counts = {**records.load(), **pages.load(), "staff accounts": staff.load(password)}
                if counts["agreements"]:
                    partners.assign_responsible()
            if any(counts.values()):
                deferring.update_everything()
        for name, count in counts.items():
            self.stdout.write(f"{name}: {count} created")
