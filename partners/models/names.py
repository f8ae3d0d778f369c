from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from portal.core.models.fields import WrittenDateField
from portal.core.models.languages import LanguageField
from portal.core.models.order import order_errors
from portal.core.models.tidy import TidyTexts


class NameKind(models.TextChoices):
    OFFICIAL = "official", _("Official name")
    EXONYM = "exonym", _("Name in another language")
    FORMER = "former", _("Former name")
    ACRONYM = "acronym", _("Abbreviation")


class InstitutionName(TidyTexts, Orderable):
    """A further name of an institution, by which lists and the search find it."""

    institution = ParentalKey("partners.Institution", related_name="names")
    value = models.CharField(_("name"), max_length=300)
    language = LanguageField(_("language"), blank=True)
    script = models.CharField(
        _("script"), max_length=4, blank=True, help_text=_("Four letters of ISO 15924, for instance “Cyrl” or “Hans”.")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=NameKind, default=NameKind.OFFICIAL)
    valid_from = WrittenDateField(_("valid from"), blank=True)
    valid_to = WrittenDateField(_("valid until"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("further name")
        verbose_name_plural = _("further names")

    def __str__(self) -> str:
        return self.value

    def clean(self) -> None:
        super().clean()
        if errors := order_errors(self, ("valid_from", "valid_to")):
            raise ValidationError(errors)
