from typing import Any

from django.core.management import BaseCommand
from django.core.management.base import CommandParser

from portal.core.language import formats
from portal.media.orphans import SAFE_AGE, orphans


class Command(BaseCommand):
    help = "List uploaded files that nothing in the database names any more, and remove them with --remove."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--remove", action="store_true", help="remove these files")
        hours = SAFE_AGE // 3600
        parser.add_argument("--hours", type=float, default=hours, help=f"least age of a file (default: {hours})")

    def handle(self, *, remove: bool, hours: float, **options: Any) -> None:
        found = orphans(hours * 3600)
        for orphan in found:
            self.stdout.write(str(orphan.path))
            if remove:
                orphan.path.unlink(missing_ok=True)
        size = formats.file_size(sum(orphan.size for orphan in found), "en")
        self.stdout.write(f"{len(found)} files, {size}{', removed' if remove and found else ''}")
