from typing import Any

from django.core.management import BaseCommand

from partners.contacts.purging import purge_expired_contacts


class Command(BaseCommand):
    help = "Remove the contacts whose day of deletion has passed, from histories and indexes too."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{purge_expired_contacts()} contacts removed")
