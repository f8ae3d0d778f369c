from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.functions import MD5
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Heartbeat(models.Model):
    """When a job of the scheduler last succeeded (`at`) and was last tried, and the type of its error if it failed."""

    name = models.CharField(max_length=40, unique=True)
    at = models.DateTimeField(null=True)
    tried_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=100, blank=True, db_default="")

    def __str__(self) -> str:
        return f"{self.name} {self.at}"

    @classmethod
    def beat(cls, name: str) -> None:
        """Store that a job has succeeded just now."""
        now = timezone.now()
        cls.objects.update_or_create(name=name, defaults={"at": now, "tried_at": now, "error": ""})

    @classmethod
    def miss(cls, name: str, error: Exception) -> None:
        """Store that a job has failed just now."""
        values = {"tried_at": timezone.now(), "error": type(error).__name__[:100]}
        cls.objects.update_or_create(name=name, defaults=values)

    @classmethod
    def last(cls, name: str) -> datetime | None:
        """Return the moment at which a job last succeeded, or None."""
        return cls.objects.filter(name=name).values_list("at", flat=True).first()


class LinkCheck(models.Model):
    """A link in a published page or record, and the result of its last check."""

    class Status(models.TextChoices):
        OK = "ok", _("leads somewhere")
        BROKEN = "broken", _("broken")
        UNCHECKED = "unchecked", _("not checked")

    content_type = models.ForeignKey(ContentType, models.CASCADE, verbose_name=_("type"))  # of all pages: Page
    object_id = models.BigIntegerField()
    title = models.CharField(_("stands in"), max_length=300)
    place = models.CharField(_("field"), max_length=100)  # a field, or "relation.field" for one of a child
    address = models.TextField(_("address"))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.UNCHECKED, db_index=True)
    checked_at = models.DateTimeField(_("checked"), null=True)
    detail = models.CharField(_("answer"), max_length=40, blank=True)  # an HTTP status, or a key of `answers.REASONS`

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        constraints = [
            models.UniqueConstraint("content_type", "object_id", "place", MD5("address"), name="editing_link_once"),
        ]

    def __str__(self) -> str:
        return self.address


class SavedView(models.Model):
    """A list of the admin with filters, search and order, under a name that its owner gave it.

    It holds an address alone: whoever opens it sees what the list shows to them.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_views")
    path = models.CharField(max_length=200)
    query = models.CharField(max_length=2000)
    name = models.CharField(_("name"), max_length=80)
    group = models.ForeignKey(Group, models.SET_NULL, null=True, blank=True, verbose_name=_("also shown to the group"))

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        constraints = [models.UniqueConstraint(fields=["owner", "path", "name"], name="editing_view_once")]

    def __str__(self) -> str:
        return self.name

    @property
    def url(self) -> str:
        return f"{self.path}?{self.query}"
