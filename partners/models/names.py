from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from partners.models.fields import validate_as_of
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
    language = models.CharField(
        _("language"), max_length=12, blank=True, help_text=_("A tag of BCP 47, for instance “fr” or “zh”.")
    )
    script = models.CharField(
        _("script"), max_length=4, blank=True, help_text=_("Four letters of ISO 15924, for instance “Cyrl” or “Hans”.")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=NameKind, default=NameKind.OFFICIAL)
    valid_from = models.CharField(_("valid from"), max_length=10, blank=True, validators=[validate_as_of])
    valid_to = models.CharField(_("valid until"), max_length=10, blank=True, validators=[validate_as_of])

    class Meta(Orderable.Meta):
        verbose_name = _("further name")
        verbose_name_plural = _("further names")

    def __str__(self) -> str:
        return self.value

    def clean(self) -> None:
        super().clean()
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from[: len(self.valid_to)]:
            message = _("“%(end)s” lies before “%(start)s”, from when on the name is valid.")
            params = {"start": self.valid_from, "end": self.valid_to}
            raise ValidationError({"valid_to": ValidationError(message, params=params)})
