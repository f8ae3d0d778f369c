from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from partners import identifiers
from portal.core.models.order import order_errors
from portal.core.models.tidy import TidyTexts


class InstitutionIdentifier(TidyTexts, Orderable):
    """An identifier that a register gave to an institution. Former identifiers are kept, so that imports match them."""

    institution = ParentalKey("partners.Institution", related_name="identifiers")
    scheme = models.CharField(_("scheme"), max_length=10, choices=identifiers.Scheme)
    value = models.CharField(_("identifier"), max_length=120)
    normalized = models.CharField(max_length=120, editable=False)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid until"), null=True, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("identifier of a register")
        verbose_name_plural = _("identifiers of registers")
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "normalized"], condition=Q(valid_to=None), name="partners_identifier_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_scheme_display()} {self.value}"

    @property
    def spellings(self) -> list[str]:
        """Return the identifier as people write it."""
        return identifiers.spellings(self.scheme, self.value)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.normalized = identifiers.normalized(self.scheme, self.value)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if errors := order_errors(self, ("valid_from", "valid_to")):
            raise ValidationError(errors)
        if not self.scheme or not self.value:
            return
        try:
            self.normalized = identifiers.check(self.scheme, self.value)
        except ValidationError as error:
            raise ValidationError({"value": error}) from error
        self._check_uniqueness()

    def _check_uniqueness(self) -> None:
        """Raise a ValidationError that names the other institution: it may be a duplicate record."""
        current = InstitutionIdentifier.objects.filter(scheme=self.scheme, normalized=self.normalized, valid_to=None)
        other = current.exclude(institution=self.institution_id).select_related("institution").first()
        if other and not self.valid_to:
            message = _("“%(value)s” is already the identifier of “%(name)s”. Is it the same institution?")
            params = {"value": self.value, "name": other.institution}
            raise ValidationError({"value": ValidationError(message, code="unique", params=params)})
