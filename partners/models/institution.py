from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from portal.core.bilingual import bilingual
from portal.core.models import Named


class InstitutionType(models.TextChoices):
    UNIVERSITY = "university", _("University")
    APPLIED_SCIENCES = "applied-sciences", _("University of applied sciences")
    ARTS = "arts", _("University of the arts")
    TEACHER_TRAINING = "teacher-training", _("Teacher training college")
    RESEARCH_INSTITUTE = "research-institute", _("Research institute")
    COMPANY = "company", _("Company")
    PUBLIC_BODY = "public-body", _("Public body")
    NGO = "ngo", _("Non-governmental organisation")
    NETWORK = "network", _("Network")
    SCHOOL = "school", _("School")
    OTHER = "other", _("Other")


class Institution(index.Indexed, Named):
    """Any organisation outside, and the host university itself. One record, several roles."""

    abbreviation = models.CharField(_("abbreviation"), max_length=40, blank=True)
    institution_type = models.CharField(
        _("type"), max_length=20, choices=InstitutionType, default=InstitutionType.UNIVERSITY
    )
    country = models.CharField(
        _("country"),
        max_length=2,
        validators=[RegexValidator(r"^[A-Z]{2}$", _("Two capital letters (ISO 3166-1), for instance “DE”."))],
        help_text=_("ISO 3166-1 alpha-2; Kosovo is XK."),
    )
    city_de, city_en = bilingual(models.CharField, _("city"), max_length=120, blank=True)
    website = models.URLField(_("website"), blank=True)

    search_fields = [index.AutocompleteField("name_de"), index.AutocompleteField("name_en")]

    class Meta(Named.Meta):
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
