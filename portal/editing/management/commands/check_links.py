from typing import Any

from django.core.management import BaseCommand
from django.core.management.base import CommandParser

from portal.editing.links.checking import check_links


class Command(BaseCommand):
    help = "Check the links in published pages and records. Only this site is asked, and no network is needed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--foreign", action="store_true", help="ask other sites as well, one address at a time")

    def handle(self, *, foreign: bool, **options: Any) -> None:
        counts = check_links(foreign=foreign)
        self.stdout.write(", ".join(f"{status}: {count}" for status, count in counts.items()))
