from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Case, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """The state of the English of a page or record, from the most to the least urgent."""

    MISSING = "missing", _("missing")
    OUTDATED = "outdated", _("outdated")
    CURRENT = "current", _("current")
    SAME = "same", _("confirmed as the same")


# `Translation.state` in SQL; a test compares the two.
STATE = Case(
    When(Q(missing__gt=0), then=Value(State.MISSING)),
    When(~Q(confirmed_hash=models.F("german_hash")), then=Value(State.OUTDATED)),
    When(is_identical=True, then=Value(State.SAME)),
    default=Value(State.CURRENT),
    output_field=models.CharField(),
)


class Translation(models.Model):
    """The state of the English of one published page or record, compared with its German.

    `german_hash` changes with the German texts. The German that was confirmed is stored as well, so that a translator
    sees what has changed since. `missing` counts the texts without English and those that are still German.
    """

    content_type = models.ForeignKey(ContentType, models.CASCADE, verbose_name=_("type"))
    key = models.CharField(max_length=36)  # the primary key of a record, the translation key of a page
    title = models.CharField(_("title"), max_length=300)
    owner = models.CharField(_("unit"), max_length=300, blank=True)
    german_texts = models.JSONField(default=dict)
    german_hash = models.CharField(max_length=64)
    german_changed_at = models.DateTimeField(_("German changed"), default=timezone.now)
    english_hash = models.CharField(max_length=64, blank=True)
    missing = models.PositiveSmallIntegerField(_("texts without English"), default=0)
    is_identical = models.BooleanField(default=False)
    confirmed_hash = models.CharField(max_length=64, blank=True)
    confirmed_texts = models.JSONField(default=dict)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("confirmed by")
    )
    same_texts = models.JSONField(
        default=list, db_default=Value([], models.JSONField())
    )  # German, confirmed as English
    requests = models.PositiveIntegerField(_("requests by readers"), default=0)

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        constraints = [models.UniqueConstraint(fields=["content_type", "key"], name="translation_once_per_object")]

    def __str__(self) -> str:
        return self.title

    @property
    def state(self) -> State:
        """Return the state; STATE is the same rule in SQL."""
        if self.missing:
            return State.MISSING
        if self.confirmed_hash != self.german_hash:
            return State.OUTDATED
        return State.SAME if self.is_identical else State.CURRENT

    @property
    def url(self) -> str:
        """Return the address at which the English is compared and written."""
        return reverse("translation_compare", args=[self.content_type_id, self.key])

    def confirm(self, user: Any = None) -> None:
        """Mark the English as a translation of the present German, and by whom; does not save."""
        self.confirmed_hash, self.confirmed_texts = self.german_hash, self.german_texts
        self.confirmed_at, self.confirmed_by = timezone.now(), user
