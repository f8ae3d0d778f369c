from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.geography import countries


class Precision(models.TextChoices):
    SITE = "site", gettext_lazy("Building or campus")
    CITY = "city", gettext_lazy("City")
    COUNTRY = "country", gettext_lazy("Country")
    UNKNOWN = "unknown", gettext_lazy("Unknown")


class Located(models.Model):
    """Where something is: an address, and a point with how exact it is (WGS 84, degrees)."""

    country = models.CharField(gettext_lazy("country"), max_length=2, choices=countries.choices)
    city = models.CharField(gettext_lazy("city"), max_length=120, blank=True)
    region = models.CharField(gettext_lazy("region"), max_length=120, blank=True)
    street = models.CharField(gettext_lazy("street"), max_length=200, blank=True)
    postal_code = models.CharField(gettext_lazy("postal code"), max_length=20, blank=True)  # text: zeros in front stay
    latitude = models.DecimalField(
        gettext_lazy("latitude"),
        max_digits=7,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=gettext_lazy("Degrees north of the equator, south of it with a minus: 51.42850."),
    )
    longitude = models.DecimalField(
        gettext_lazy("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=gettext_lazy("Degrees east of Greenwich, west of it with a minus: 6.80060."),
    )
    precision = models.CharField(gettext_lazy("precision"), max_length=8, choices=Precision, default=Precision.UNKNOWN)
    location_source = models.CharField(gettext_lazy("source of the location"), max_length=200, blank=True)

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if (self.latitude is None) != (self.longitude is None):
            self._refuse_one_coordinate()
        if self.latitude is not None:
            self._refuse_impossible_point()

    def _refuse_one_coordinate(self):
        name, there = ("latitude", "longitude") if self.latitude is None else ("longitude", "latitude")
        message = _("“%(value)s” stands alone: a point needs both degrees. Add the other one, or empty both.")
        raise ValidationError({name: ValidationError(message, params={"value": getattr(self, there)})})

    def _refuse_impossible_point(self):
        if self.latitude == 0 == self.longitude:
            message = _("(0, 0) lies in the Gulf of Guinea and stands for “unknown” in many lists. Empty both fields.")
            raise ValidationError({"latitude": message})
        box = countries.box(self.country)
        if box is None or box.holds(float(self.latitude), float(self.longitude)):
            return
        point = {"latitude": _plain(self.latitude), "longitude": _plain(self.longitude)}
        params = {**point, "country": countries.name(self.country)}
        if box.holds(float(self.longitude), float(self.latitude)):
            message = _(
                "%(latitude)s, %(longitude)s does not lie in the country “%(country)s”, but the other way about it "
                "does. Did you mean latitude %(longitude)s and longitude %(latitude)s?"
            )
        else:
            message = _(
                "%(latitude)s, %(longitude)s does not lie in the country “%(country)s”. "
                "Correct the point or the country."
            )
        raise ValidationError({"latitude": ValidationError(message, code="elsewhere", params=params)})


def _plain(degrees: Decimal) -> str:
    """Return degrees without zeros at the end."""
    return f"{degrees.normalize():f}"
