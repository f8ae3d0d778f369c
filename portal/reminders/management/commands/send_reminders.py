from typing import Any

from django.core.management import BaseCommand

from portal.reminders.sending import send_reminders


class Command(BaseCommand):
    help = "Remind staff by mail of days that are coming up. Safe to run at any time: nothing is sent twice."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{send_reminders()} mails sent")
