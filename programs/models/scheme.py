from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from partners.models import Institution
from portal.core.models import Named


class Theme(models.TextChoices):
    EQUALITY = "equality", _("Equality")
    DIVERSITY = "diversity", _("Diversity")
    FAMILY = "family", _("Family")
    INTERNATIONAL = "internationalisation", _("International outlook")
    CAREERS = "research-careers", _("Research careers")
    TEACHING = "teaching", _("Teaching")
    SUSTAINABILITY = "sustainability", _("Sustainability")


class SchemeKind(models.TextChoices):
    CERTIFICATE = "certificate", _("Certificate")
    AWARD = "award", _("Award")
    CHARTER = "charter", _("Charter")
    REPORTING = "reporting-cycle", _("Reporting cycle")
    AUDIT = "audit-participation", _("Participation in an audit")
    FUNDING = "funding-selection", _("Selection for funding")
    ACCREDITATION = "accreditation", _("Accreditation")


ENDING = {SchemeKind.CERTIFICATE, SchemeKind.AWARD, SchemeKind.ACCREDITATION}  # need an end, or “without an end”


class CertificationScheme(Named):
    """What is awarded and by whom. Dates are not derived from a scheme, since its rules change."""

    awarding_body = models.ForeignKey(
        Institution, models.PROTECT, related_name="schemes", verbose_name=_("awarding body")
    )
    theme = models.CharField(_("theme"), max_length=20, choices=Theme)
    kind = models.CharField(_("kind"), max_length=20, choices=SchemeKind)
    description = models.CharField(_("what it looks at"), max_length=600)
    limits = models.CharField(
        _("what it does not certify"), max_length=400, help_text=_("An honest sentence for readers.")
    )
    website = models.URLField(_("website"), blank=True)

    search_fields = [*Named.search_fields, index.RelatedFields("awarding_body", Institution.name_fields)]

    class Meta(Named.Meta):
        verbose_name = _("certification scheme")
        verbose_name_plural = _("certification schemes")
