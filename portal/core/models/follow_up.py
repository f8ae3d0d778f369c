from django.db import models
from django.utils import timezone


class FollowUp(models.Model):
    """Work that should have followed a commit and failed; `portal.core.follow_ups` repeats it until it succeeds.

    name: the kind of work; subject: on which type of objects; key: of the object; error: the type of the exception.
    """

    name = models.CharField(max_length=40)
    subject = models.CharField(max_length=100)
    key = models.CharField(max_length=64)
    failed_at = models.DateTimeField(default=timezone.now)
    tried_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=1)
    error = models.CharField(max_length=100)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "subject", "key"], name="core_follow_up_once")]

    def __str__(self) -> str:
        return f"{self.name} {self.subject} {self.key}"
