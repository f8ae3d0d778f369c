from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.models import Named


class Calculation(models.TextChoices):
    RICHNESS = "richness", _("Variety")
    SHANNON = "shannon", _("Shannon, as effective number of fields")
    EVENNESS = "evenness", _("Evenness")
    GINI_SIMPSON = "gini-simpson", _("Gini-Simpson")
    RAO_STIRLING = "rao-stirling", _("Rao-Stirling")


class IndicatorDefinition(Named):
    """One version of an index of diversity: its formula, what it says and what it does not."""

    calculation = models.CharField(_("calculation"), max_length=20, choices=Calculation)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    valid_from = models.DateField(_("in use since"))
    formula = models.CharField(_("formula"), max_length=200)
    reading = models.TextField(_("what it says"), max_length=600)
    limits = models.TextField(_("what it does not say"), max_length=600)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["position", "-version"]
        verbose_name = _("index of diversity")
        verbose_name_plural = _("indices of diversity")
        constraints = [
            models.UniqueConstraint(
                fields=["calculation", "version"],
                name="atlas_one_version_of_an_index",
                violation_error_message=_("There is already such a version. Give it the next number."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name_de} ({self.version})"
