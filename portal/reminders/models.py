from django.db import models


class SentReminder(models.Model):
    """A reminder that was sent: of the day `on` of a record, `step` days or months before it."""

    kind = models.SlugField(max_length=40)
    subject = models.CharField(max_length=8)  # the public_id of the record
    on = models.DateField()
    step = models.PositiveSmallIntegerField()
    sent_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "subject", "on", "step"], name="reminders_sent_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}, {self.step} before {self.on}"
