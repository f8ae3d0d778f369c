from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import RichTextField
from wagtail.search import index

from partners.models.fields import WebsiteField
from partners.models.inclusion import Inclusive
from partners.models.place import Located
from partners.models.tag import Tag
from portal.core.models import Record
from portal.core.moment import today
from portal.core.richtext import PLAIN_FEATURES
from portal.core.tidy import TidyTexts
from portal.core.visibility import live_q


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


class Institution(TidyTexts, Inclusive, Located, Record):
    """Any organisation outside, and the host university itself. One record, several roles.

    Whether it is a partner follows from its agreements (`partners.institutions.status`). One that only might become a
    partner is never public.
    """

    abbreviation = models.CharField(_("abbreviation"), max_length=40, blank=True)
    name_original = models.CharField(
        _("name in the original script"), max_length=300, blank=True, help_text=_("As it writes itself: “北京大学”.")
    )
    original_lang = models.CharField(
        _("language of the original name"), max_length=12, blank=True, help_text=_("A tag of BCP 47: “zh”, “ar”, “el”.")
    )
    name_latin = models.CharField(
        _("original name in Latin letters"), max_length=300, blank=True, help_text=_("“Běijīng Dàxué”.")
    )
    institution_type = models.CharField(
        _("type"), max_length=20, choices=InstitutionType, default=InstitutionType.UNIVERSITY
    )
    website = WebsiteField(_("website"), blank=True)
    logo = models.ForeignKey(
        "media.PortalImage", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("logo")
    )
    description = RichTextField(_("description"), blank=True, features=PLAIN_FEATURES)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("part of")
    )
    tags = ParentalManyToManyField(Tag, blank=True, related_name="institutions", verbose_name=_("tags"))
    cooperation_without_agreement = models.BooleanField(
        _("cooperation without an agreement"), default=False, help_text=_("A partner although nothing was signed.")
    )
    has_other_role = models.BooleanField(
        _("known in another role"),
        default=False,
        help_text=_(
            "The university itself, an awarding body, a network, somebody who offers programmes: readers see it "
            "although it is no partner. Leave this open for those who might become partners: they are not shown."
        ),
    )
    internal_note = models.TextField(_("internal note"), blank=True, help_text=_("Never leaves the staff area."))
    # Set by partners.institutions.lifecycle: the institution that it finally became part of.
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="predecessors"
    )

    template = "partners/institution.html"
    page_selector = "partners.institutions.selectors.institution_page"
    page_relations = ("names", "identifiers", "contacts", "inclusion_contact", "parent")

    search_fields = [*Record.search_fields, index.AutocompleteField("abbreviation")]

    class Meta(Record.Meta):
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")

    @classmethod
    def public_q(cls) -> Q:
        """Partners and those with another role; never one that only might become a partner, nor one merged away."""
        # Late, because agreements name institutions.
        from partners.models.party import Party
        from partners.models.stage import BINDING

        begun = Party.objects.filter(agreement__stage__in=BINDING, agreement__starts_on__lte=today())
        own = begun.filter(institution=OuterRef("pk"))
        taken_over = begun.filter(institution__successor=OuterRef("pk"))
        is_known = (
            Q(has_other_role=True) | Q(cooperation_without_agreement=True) | Q(Exists(own)) | Q(Exists(taken_over))
        )
        return live_q() & Q(successor=None) & is_known

    def with_content_json(self, content):
        """Return a version as an object. What it became part of is no matter of drafts, and none brings it back."""
        version = super().with_content_json(content)
        version.successor_id = self.successor_id
        return version

    @property
    def owner_name(self) -> str:
        """Return who answers for the texts, for lists of work to be done."""
        return str(_("International office"))
