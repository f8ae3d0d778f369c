from django.core.management import BaseCommand

from portal.editing.links.checking import check_links


class Command(BaseCommand):
    help = "Check the links in published pages and records. Only this site is asked, and no network is needed."

    def add_arguments(self, parser):
        parser.add_argument("--foreign", action="store_true", help="ask other sites as well, one address at a time")

    def handle(self, *, foreign, **options):
        counts = check_links(foreign=foreign)
        self.stdout.write(", ".join(f"{status}: {count}" for status, count in counts.items()))
