from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import transaction
from wagtail.signal_handlers import disable_reference_index_auto_update

from portal.demo.loading import pages, partners, records, staff
from portal.search import tracking as search_tracking
from portal.search import writing
from portal.translation import tracking
from portal.translation.models import Translation


class Command(BaseCommand):
    help = "Create what is missing of the demonstration's content. Changes nothing that is there."

    def add_arguments(self, parser):
        parser.add_argument("--password", default="", help="for the staff accounts that are created")

    def handle(self, *, password, **options):
        if not settings.DEMO:
            raise CommandError("This is no demonstration (settings.DEMO is off): its content stays out.")
        with disable_reference_index_auto_update(), tracking.paused(), search_tracking.paused(), transaction.atomic():
            counts = {**records.load(), **pages.load(), "staff accounts": staff.load(password)}
            if counts["agreements"]:
                partners.hand_over()
        if any(counts.values()):
            # Once for each page and record, instead of with each save.
            call_command("rebuild_references_index", verbosity=0)
            tracking.rebuild()
            _confirm_identical()
            writing.rebuild()  # what the migrations made can be found, too
        for name, count in counts.items():
            self.stdout.write(f"{name}: {count} created")


def _confirm_identical():
    """Say of names that are the same in both languages that they are meant so."""
    for translation in Translation.objects.filter(is_identical=True, is_same_on_purpose=False):
        translation.confirm(same_on_purpose=True)
        translation.save()
