from typing import Any

from django.core.management import BaseCommand

from portal.accounts.attempts import forget_old_attempts


class Command(BaseCommand):
    help = "Delete failed log-ins, with the addresses they came from, once no lock needs them. Run it every hour."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{forget_old_attempts()} deleted")
