from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import RichTextField
from wagtail.search import index

from partners.models.fields import WebsiteField
from partners.models.inclusion import Inclusive
from partners.models.place import Located
from partners.models.tag import Tag
from portal.core.language.richtext import PLAIN_FEATURES
from portal.core.models import Record
from portal.core.models.languages import LanguageField
from portal.core.models.tidy import TidyTexts


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
    """An external organisation, or the host university itself. One record may have several roles.

    Whether it is a partner is computed from its agreements (`partners.institutions.status`). A prospective partner is
    never public.
    """

    abbreviation = models.CharField(_("abbreviation"), max_length=40, blank=True)
    name_original = models.CharField(
        _("name in the original script"), max_length=300, blank=True, help_text=_("As it writes itself: “北京大学”.")
    )
    original_lang = LanguageField(_("language of the original name"), blank=True)
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
    # Set by partners.institutions.lifecycle: the institution that it was merged into, directly or in several steps.
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="predecessors"
    )

    not_copied = (
        *("names", "identifiers", "cooperation_without_agreement", "has_other_role"),
        *("inclusion_source", "inclusion_checked_on"),
    )

    template = "partners/institution.html"
    page_selector = "partners.institutions.selectors.institution_page"
    page_relations = ("names", "identifiers", "contacts", "inclusion_contact", "parent")

    search_fields = [*Record.search_fields, index.AutocompleteField("abbreviation")]

    class Meta(Record.Meta):
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")

    def with_content_json(self, content: dict[str, Any]) -> "Institution":
        """Return a revision as an instance. `successor` is not part of revisions: it keeps its stored value."""
        version = super().with_content_json(content)
        version.successor_id = self.successor_id
        return version

    @property
    def owner_name(self) -> str:
        """Return the name of the office responsible for the texts, as worklists show it."""
        return str(_("International office"))
