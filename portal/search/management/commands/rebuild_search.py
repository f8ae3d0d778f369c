from django.core.management import BaseCommand

from portal.search import writing

WIDTH = 40  # characters of the bar


class Command(BaseCommand):
    help = "Write everything that can be found anew. Safe to run while the site serves, and to stop at any time."

    def handle(self, *, verbosity, **options):
        count = writing.rebuild(self._progress if verbosity else lambda done, total: None)
        self.stdout.write(f"{count} documents written")

    def _progress(self, done: int, total: int):
        """Draw a bar on stderr; where that is a file, one line at the end."""
        is_last = done == total
        if not self.stderr.isatty() and not is_last:
            return
        bar = "#" * (WIDTH * done // total)
        self.stderr.write(f"\r[{bar:<{WIDTH}}] {done}/{total}", ending="\n" if is_last else "", style_func=str)
