from io import StringIO
from typing import Any

from django.core.management import BaseCommand, call_command

from portal.search import writing

STAFF_INDEXES = ("wagtail_update_index", "rebuild_references_index")  # what staff find, and what uses what
WIDTH = 40  # characters of the bar


class Command(BaseCommand):
    help = "Write everything that can be found anew. Safe to run while the site serves, and to stop at any time."

    def handle(self, *, verbosity: int, **options: Any) -> None:
        count = writing.rebuild(self._draw_bar if verbosity else writing.no_progress)
        self.stdout.write(f"{count} documents written")
        for index in STAFF_INDEXES:
            call_command(index, verbosity=0, stdout=StringIO())

    def _draw_bar(self, done: int, total: int) -> None:
        """Draw a bar on stderr, or print one line at the end where stderr is a file."""
        is_last = done == total
        if not self.stderr.isatty() and not is_last:
            return
        bar = "#" * (WIDTH * done // total)
        self.stderr.write(f"\r[{bar:<{WIDTH}}] {done}/{total}", ending="\n" if is_last else "", style_func=str)
