from typing import Any

from django.core.management import BaseCommand
from django.db import transaction

from portal.translation import tracking


class Command(BaseCommand):
    help = "Compare the two languages of every page and record anew. Safe to run while the site serves."

    @transaction.atomic
    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{tracking.rebuild()} pages and records compared")
