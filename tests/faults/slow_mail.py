"""A mail server that takes its time."""

import time

from django.core.mail.backends import filebased

SECONDS = 4.0  # far more than an answer takes on a busy machine


class EmailBackend(filebased.EmailBackend):
    def send_messages(self, messages):
        time.sleep(SECONDS)
        return super().send_messages(messages)
