from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.language import formats
from portal.core.models import Identified


class EventKind(models.TextChoices):
    RENAMED = "renamed", _("Renamed")
    MERGED = "merged", _("Merged into another institution")
    SPLIT = "split", _("A part became an institution of its own")
    CLOSED = "closed", _("Closed")


class InstitutionEvent(Identified):
    """What happened to an institution on a day. Created and undone only by `partners.institutions.lifecycle`.

    `before` holds the values that the event replaced, for undoing it and for showing the name on an earlier day;
    `after` holds the new values and the keys of the rows that it created.
    """

    institution = models.ForeignKey(
        "partners.Institution", models.PROTECT, related_name="events", verbose_name=_("institution")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=EventKind)
    on = models.DateField(_("on"), help_text=_("The first day on which it held."))
    other = models.ForeignKey(
        "partners.Institution",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="events_elsewhere",
        verbose_name=_("other institution"),
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    before = models.JSONField(default=dict, editable=False)
    after = models.JSONField(default=dict, editable=False)
    created_at = models.DateTimeField(auto_now_add=True, editable=False)

    rights_of = "institution"

    class Meta:
        ordering = ["on", "pk"]
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            models.UniqueConstraint(
                fields=["institution"],
                condition=models.Q(kind__in=["merged", "closed"]),
                name="partners_event_ends_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {formats.day(self.on)}"

    def clean(self) -> None:
        super().clean()
        if self.other_id and self.other_id == self.institution_id:
            raise ValidationError({"other": _("An institution cannot become part of itself.")})
