from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from atlas.models.city import City
from partners.models import Institution
from portal.core.models import Named


class PlaceKind(models.TextChoices):
    UNIVERSITY = "university", _("University")
    APPLIED = "university_of_applied_sciences", _("University of applied sciences")
    ART = "art_university", _("University of the arts")
    GRADUATE_SCHOOL = "graduate_school", _("Graduate school")
    UNIVERSITY_CENTRE = "university_centre", _("Centre of a university")
    INTERUNIVERSITY = "interuniversity", _("Institute of several universities")
    UNIVERSITY_HOSPITAL = "university_hospital", _("University hospital")
    CLINIC = "clinic", _("Clinic")
    MAX_PLANCK = "max_planck", _("Max Planck Institute")
    FRAUNHOFER = "fraunhofer", _("Fraunhofer Institute")
    LEIBNIZ = "leibniz", _("Leibniz Institute")
    FEDERAL = "federal_institute", _("Federal institute")
    STATE = "state_institute", _("State institute")
    INDEPENDENT = "non_university", _("Research institute outside the universities")
    MUSEUM = "museum", _("Museum")
    ASSOCIATION = "association", _("Association")
    FUNDER = "funder", _("Funder")
    COMPANY = "company", _("Supporting company")


class ResearchInstitution(ClusterableModel, Named):
    """An institution that does research in the cities of the atlas; its sites say where."""

    kind = models.CharField(_("kind"), max_length=32, choices=PlaceKind, default=PlaceKind.INDEPENDENT)
    institution = models.OneToOneField(
        Institution,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="research_institution",
        verbose_name=_("its page in the portal"),
        help_text=_("Where the portal shows the institution in another role, too."),
    )
    founding_year = models.PositiveSmallIntegerField(
        _("founded in"),
        db_column="founded",
        null=True,
        blank=True,
        validators=[MinValueValidator(1000), MaxValueValidator(2100)],
        help_text=_("The year that the source gives."),
    )
    website = models.URLField(_("website"), blank=True)
    source = models.CharField(_("source"), max_length=300)
    note = models.CharField(_("note"), max_length=300, blank=True)

    search_fields = [*Named.search_fields]

    class Meta:
        ordering = ["sort_de"]
        verbose_name = _("research institution")
        verbose_name_plural = _("research institutions")


class ResearchSite(Orderable):
    """A city in which a research institution has a site. The first one is its registered seat."""

    research_institution = ParentalKey(ResearchInstitution, related_name="sites")
    city = models.ForeignKey(City, models.PROTECT, related_name="sites", verbose_name=_("city"))

    class Meta(Orderable.Meta):
        verbose_name = _("research site")
        verbose_name_plural = _("research sites")
        constraints = [
            models.UniqueConstraint(fields=["research_institution", "city"], name="atlas_one_site_in_a_city"),
        ]

    def __str__(self) -> str:
        return str(self.city)
