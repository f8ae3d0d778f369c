from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from partners.models.network import Network, written_date
from portal.core.language.richtext import PLAIN_FEATURES
from portal.core.models import Record
from portal.core.models.order import order_errors

HIGHEST_NUMBER = 6  # the style sheet has a colour for each


class GuidingPrinciple(Record):
    """A goal of a network, in our own words. Each wording is a record of its own, with its own address."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="principles", verbose_name=_("network"))
    number = models.PositiveSmallIntegerField(
        _("number"),
        validators=[MinValueValidator(1), MaxValueValidator(HIGHEST_NUMBER)],
        help_text=_("It lights the strand."),
    )
    version = models.PositiveSmallIntegerField(_("version"), default=1, validators=[MinValueValidator(1)])
    text = models.TextField(_("text in our words"), max_length=1000)
    official_text = RichTextField(
        _("official text"),
        blank=True,
        features=PLAIN_FEATURES,
        help_text=_("Only where the network has allowed it."),
    )
    valid_from = written_date(_("valid from"))
    valid_until = written_date(_("valid until"), blank=True)
    source = models.CharField(_("source"), max_length=300)
    source_url = models.URLField(_("address of the source"), blank=True, max_length=500)

    not_copied = ("number",)  # one wording of each version and number

    template = "partners/principle.html"
    page_selector = "partners.networks.selectors.principle_page"
    page_relations = ("network",)

    class Meta(Record.Meta):
        ordering = ["number", "version"]
        verbose_name = _("guiding principle")
        verbose_name_plural = _("guiding principles")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(fields=["network", "number", "version"], name="partners_principle_version_once"),
        ]

    def clean(self) -> None:
        super().clean()
        if errors := order_errors(self, ("valid_from", "valid_until")):
            raise ValidationError(errors)
