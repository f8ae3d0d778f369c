from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from partners.geography import coordinates, countries


class Precision(models.TextChoices):
    SITE = "site", _("Building or campus")
    CITY = "city", _("City")
    COUNTRY = "country", _("Country")
    UNKNOWN = "unknown", _("Unknown")


class Located(models.Model):
    """An address, and a point in degrees (WGS 84) with its precision."""

    country = models.CharField(_("country"), max_length=2, choices=countries.choices)
    city = models.CharField(_("city"), max_length=120, blank=True)
    region = models.CharField(_("region"), max_length=120, blank=True)
    street = models.CharField(_("street"), max_length=200, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=20, blank=True)  # text: zeros in front stay
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=7,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("Degrees north of the equator, south of it with a minus: 51.42850."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("Degrees east of Greenwich, west of it with a minus: 6.80060."),
    )
    precision = models.CharField(_("precision"), max_length=8, choices=Precision, default=Precision.UNKNOWN)
    location_source = models.CharField(_("source of the location"), max_length=200, blank=True)

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        coordinates.validate_pair(self)
        coordinates.validate_point(self, self.country)
