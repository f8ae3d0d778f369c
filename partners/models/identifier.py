from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from partners import identifiers
from portal.core.tidy import TidyTexts


class InstitutionIdentifier(TidyTexts, Orderable):
    """What another register calls an institution. One that is no longer valid still finds it in an import."""

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

    def __str__(self):
        return f"{self.get_scheme_display()} {self.value}"

    def save(self, *args, **kwargs):
        self.normalized = identifiers.normalized(self.scheme, self.value)
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        if not self.scheme or not self.value:
            return
        try:
            self.normalized = identifiers.check(self.scheme, self.value)
        except ValidationError as error:
            raise ValidationError({"value": error}) from error
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": _("The last day lies before the first one.")})
        self._refuse_a_second_owner()

    def _refuse_a_second_owner(self):
        """Name the institution that has it: it may be the same one, entered twice."""
        current = InstitutionIdentifier.objects.filter(scheme=self.scheme, normalized=self.normalized, valid_to=None)
        other = current.exclude(institution=self.institution_id).select_related("institution").first()
        if other and not self.valid_to:
            message = _("“%(value)s” is already the identifier of “%(name)s”. Is it the same institution?")
            params = {"value": self.value, "name": other.institution}
            raise ValidationError({"value": ValidationError(message, code="unique", params=params)})
