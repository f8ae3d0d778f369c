from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import RichTextField
from wagtail.search import index

from partners.models import Contact, GuidingPrinciple, Institution, Unit
from portal.core.language.richtext import PLAIN_FEATURES
from portal.core.models import Record
from portal.core.models.languages import LanguagesField
from programs.models.vocabulary import Delivery, Kind, Level, LifeSituation, Mode, Phase


class Status(models.TextChoices):
    ACTIVE = "active", _("Active")
    PAUSED = "paused", _("Paused")
    ENDED = "ended", _("Ended")


ROW = (
    "main_kind",
    "kinds",
    "places",
    "phases",
    "cost_options",
    "teaching_languages",
    "enrolment_periods__life_situations",
)


class Program(Record):
    """A service for people in a situation, modelled on HSDS 3 (Service), with the terms of OOAPI for degrees."""

    alternate_name = models.CharField(_("other name"), max_length=200, blank=True)
    summary = models.CharField(_("summary"), max_length=200)
    description = RichTextField(_("description"), features=PLAIN_FEATURES)
    eligibility = RichTextField(_("who may apply"), blank=True, features=PLAIN_FEATURES)
    alert = models.CharField(_("alert"), max_length=300, blank=True, help_text=_("Stands above everything else."))
    easy_summary_de = RichTextField(_("summary in Leichte Sprache"), blank=True, features=PLAIN_FEATURES)
    easy_checked_by = models.CharField(_("Leichte Sprache checked by"), max_length=200, blank=True)
    easy_checked_on = models.DateField(_("Leichte Sprache checked on"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.ACTIVE)

    main_kind = models.ForeignKey(Kind, models.PROTECT, related_name="+", verbose_name=_("main kind"))
    kinds = ParentalManyToManyField(Kind, blank=True, related_name="programs", verbose_name=_("kinds"))
    life_situations = ParentalManyToManyField(
        LifeSituation, blank=True, related_name="programs", verbose_name=_("intended for")
    )
    phases = ParentalManyToManyField(Phase, blank=True, related_name="programs", verbose_name=_("study phases"))
    levels = ParentalManyToManyField(Level, blank=True, related_name="programs", verbose_name=_("levels"))
    modes = ParentalManyToManyField(Mode, blank=True, related_name="programs", verbose_name=_("modes of study"))
    deliveries = ParentalManyToManyField(Delivery, blank=True, related_name="programs", verbose_name=_("delivery"))
    service_languages = LanguagesField(verbose_name=_("advice given in"))

    apply_url = models.URLField(_("address for applying"), blank=True)
    source_url = models.URLField(_("source"), blank=True)
    responsible_unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="programs", verbose_name=_("responsible unit")
    )
    partner_institutions = ParentalManyToManyField(
        Institution, blank=True, related_name="programs", verbose_name=_("partner institutions")
    )
    contacts = ParentalManyToManyField(Contact, blank=True, related_name="programs", verbose_name=_("contacts"))
    principles = ParentalManyToManyField(
        GuidingPrinciple, blank=True, related_name="programs", verbose_name=_("guiding principles it serves")
    )
    related_programs = ParentalManyToManyField(
        "self", blank=True, symmetrical=False, related_name="related_from", verbose_name=_("related programmes")
    )

    search_fields = [
        *Record.search_fields,
        index.FilterField("responsible_unit"),
    ]  # for unit editors, who search their own records

    not_copied = ("easy_checked_by", "easy_checked_on")

    template = "programs/program.html"
    page_selector = "programs.catalogue.selectors.program_page"
    row_relations = ROW  # shown in a row of a list
    page_relations = (
        *ROW,
        "responsible_unit",
        "life_situations",
        "levels",
        "modes",
        "deliveries",
        "criteria",
        "required_documents",
        "application_steps",
        "contacts__unit",
        "partner_institutions",
        "principles",
        *(f"related_programs__{path}" for path in ROW),
    )
    german_only = ("easy_summary_de",)

    class Meta(Record.Meta):
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        indexes = [
            # Covers what the facet index reads of every programme, without its long texts.
            models.Index(
                fields=["id"],
                include=["status", "expire_at", "responsible_unit", "service_languages", "sort_de", "sort_en"],
                condition=Q(live=True),
                name="programs_program_listed",
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the main kind to the kinds, unless only some fields are saved."""
        if kwargs.get("update_fields") is None and self.main_kind not in self.kinds.all():
            self.kinds.set([*self.kinds.all(), self.main_kind])
        super().save(*args, **kwargs)

    @property
    def owner_name(self) -> str:
        """Return the German name of the unit that is responsible for the texts, for worklists."""
        return self.responsible_unit.name_de

    @staticmethod
    def listed_q() -> Q:
        """Return the condition for lists, which leave out programmes that have ended."""
        return ~Q(status=Status.ENDED)
