from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from portal.core.models import Named


class AgreementType(Named):
    """A type of agreement, with the usual time between the first talk about a renewal and its signature."""

    notation = models.SlugField(
        _("notation"), max_length=40, unique=True, help_text=_("Stands in addresses, the same in both languages.")
    )
    lead_months = models.PositiveSmallIntegerField(
        _("usual lead time (months)"), default=6, help_text=_("From the first talk to the signature.")
    )
    uses_ewp = models.BooleanField(
        _("exchanged through Erasmus Without Paper"),
        default=False,
        db_default=False,
        help_text=_("The portal then says what such an agreement lacks for the exchange."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    search_fields = [*Named.search_fields, index.AutocompleteField("notation")]

    class Meta:
        ordering = ["position", "sort_de"]
        verbose_name = _("type of agreement")
        verbose_name_plural = _("types of agreement")


class SubjectField(Named):
    """A field of ISCED-F 2013 (UNESCO): two digits broad, three narrow, four detailed."""

    BROAD, NARROW, DETAILED = 2, 3, 4  # digits of a code

    code = models.CharField(
        _("code"), max_length=4, unique=True, validators=[RegexValidator(r"^\d{2,4}$", _("Two to four digits."))]
    )

    search_fields = [index.AutocompleteField("code"), *Named.search_fields]

    class Meta:
        ordering = ["code"]
        verbose_name = _("field of study")
        verbose_name_plural = _("fields of study")

    def __str__(self) -> str:
        return f"{self.code} {self.name_de}"

    @property
    def label(self) -> str:
        return f"{self.code} {super().label}"
