from django.db import models
from django.utils.translation import gettext_lazy as _

from atlas.models.field import ResearchField
from portal.core.models import Named


class Counting(models.TextChoices):
    WHOLE = "whole", _("Distinct things")
    FRACTIONAL = "fractional", _("Parts that add up to the total")
    TAGGED = "tagged", _("In full in each field; never added up")


class Measure(Named):
    """What is counted, in which unit, and whether its figures for fields may be added up."""

    LEVELS = [(ResearchField.FIRST, _("First level")), (ResearchField.SECOND, _("Second level"))]

    notation = models.SlugField(
        _("notation"), max_length=40, unique=True, help_text=_("Stands in addresses, the same in both languages.")
    )
    unit = models.CharField(_("unit"), max_length=40, help_text=_("As it stands behind a number: projects, EUR."))
    counting = models.CharField(_("counting"), max_length=10, choices=Counting, default=Counting.WHOLE)
    level = models.PositiveSmallIntegerField(
        _("level of the fields"),
        null=True,
        blank=True,
        choices=LEVELS,
        help_text=_("Of EuroSciVoc. Empty: not counted by its fields."),
    )
    parts_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("adds up to"),
        help_text=_("The measure of the totals, where the parts add up to one."),
    )
    decimals = models.PositiveSmallIntegerField(
        _("decimals"), default=0, help_text=_("That readers see; files hold the whole figure.")
    )
    method = models.TextField(_("how it is counted"), max_length=600)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["position", "sort_de"]
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(counting=Counting.TAGGED) | models.Q(parts_of=None),
                name="atlas_tagged_figures_add_up_to_nothing",
                violation_error_message=_("Figures that count in full in each field add up to no total."),
            ),
        ]
