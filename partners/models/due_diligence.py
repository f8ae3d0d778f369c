from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from partners.models.institution import Institution
from portal.core.models import Identified
from portal.core.models.tidy import TidyTexts


class Decision(models.TextChoices):
    OPEN = "open", _("Not decided")
    CLEARED = "cleared", _("No objection")
    CONDITIONS = "conditions", _("With conditions")
    REFUSED = "refused", _("Objection")


class DueDiligence(TidyTexts, index.Indexed, Identified):
    """A review of whether to work with an institution. A separate model, so that access to it can be restricted."""

    institution = models.OneToOneField(
        "partners.Institution", models.PROTECT, related_name="due_diligence", verbose_name=_("institution")
    )
    decision = models.CharField(_("decision"), max_length=12, choices=Decision, default=Decision.OPEN)
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    next_review_on = models.DateField(_("next review on"), null=True, blank=True)
    note = models.TextField(_("reasons"), blank=True, help_text=_("Never leaves the staff area."))

    search_fields = [index.RelatedFields("institution", Institution.name_fields)]

    class Meta:
        ordering = ["institution__sort_de"]
        verbose_name = _("due-diligence review")
        verbose_name_plural = _("due-diligence reviews")

    def __str__(self) -> str:
        """Return what everybody may read who sees the name: the decision is not part of it."""
        return gettext("Review of %(institution)s") % {"institution": self.institution}

    def clean(self) -> None:
        super().clean()
        if self.decision != Decision.OPEN and not self.reviewed_on:
            raise ValidationError({"reviewed_on": _("A decision has a day. Add it.")})
        if self.reviewed_on and self.next_review_on and self.next_review_on <= self.reviewed_on:
            raise ValidationError({"next_review_on": _("The next review lies after the last one.")})
