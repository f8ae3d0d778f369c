"""A mail server that takes its time."""

import time

from django.core.mail.backends import filebased

SECONDS = 1.0


class EmailBackend(filebased.EmailBackend):
    def send_messages(self, messages):
        time.sleep(SECONDS)
        return super().send_messages(messages)
