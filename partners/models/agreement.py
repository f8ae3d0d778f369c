from datetime import date
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.search import index

from partners.models.institution import Institution
from partners.models.stage import BINDING, TRANSITIONS, Stage
from partners.models.unit import Unit
from partners.models.vocabulary import AgreementType, SubjectField
from portal.core.models import Named
from portal.core.models.fields import ChoiceArrayField
from portal.core.models.order import order_errors
from portal.core.models.tidy import TidyTexts
from portal.core.time.moment import today

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Renewal(models.TextChoices):
    NONE = "none", _("ends")
    AUTOMATIC = "automatic", _("goes on by itself unless notice is given")
    BY_AGREEMENT = "by-agreement", _("goes on if both agree")


class Activity(models.TextChoices):
    STUDY = "study", _("Study")
    TRAINEESHIP = "traineeship", _("Traineeship")
    DOCTORAL = "doctoral", _("Doctoral studies")
    TEACHING = "teaching", _("Teaching")
    STAFF_TRAINING = "staff-training", _("Staff training")
    RESEARCH = "research", _("Research")
    DEVELOPMENT = "development", _("Institutional development")


STUDENT_ACTIVITIES = (Activity.STUDY, Activity.TRAINEESHIP, Activity.DOCTORAL)
STAFF_ACTIVITIES = (Activity.TEACHING, Activity.STAFF_TRAINING)


class Agreement(TidyTexts, Named, ClusterableModel):
    """An agreement with one or more institutions. It has stages instead of Wagtail drafts.

    Whether it is in force is computed by `partners.agreements.validity` and never stored. Dates are whole days in
    Berlin, and the last day is inclusive. `version` counts the saves, so that the edit form can detect that somebody
    else saved in the meantime. `office_comment` is why the office returned a draft to its unit.
    """

    agreement_type = models.ForeignKey(
        AgreementType, models.PROTECT, related_name="agreements", verbose_name=_("type of agreement")
    )
    reference = models.CharField(_("reference"), max_length=80, blank=True)
    stage = models.CharField(_("stage"), max_length=20, choices=Stage, default=Stage.DRAFT)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="agreements", verbose_name=_("responsible unit"))
    further_units = ParentalManyToManyField(
        Unit, blank=True, related_name="agreements_shared", verbose_name=_("further units")
    )
    signed_on = models.DateField(_("signed on"), null=True, blank=True, help_text=_("The day of the last signature."))
    starts_on = models.DateField(_("in force from"), null=True, blank=True)
    ends_on = models.DateField(_("in force until"), null=True, blank=True, help_text=_("The last day, inclusive."))
    is_open_ended = models.BooleanField(_("no fixed end"), default=False)
    renewal = models.CharField(_("at its end it"), max_length=15, choices=Renewal, default=Renewal.NONE)
    renewal_months = models.PositiveSmallIntegerField(
        _("renewed by (months)"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(240)]
    )
    notice_months = models.PositiveSmallIntegerField(
        _("notice (months)"), default=0, validators=[MaxValueValidator(60)], help_text=_("Before the end.")
    )
    terminated_on = models.DateField(
        _("terminated with effect from"), null=True, blank=True, help_text=_("The last day on which it is in force.")
    )
    termination_reason = models.CharField(_("reason for terminating"), max_length=300, blank=True)
    predecessor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="successors", verbose_name=_("takes the place of")
    )
    subjects = ParentalManyToManyField(
        SubjectField, blank=True, related_name="agreements", verbose_name=_("fields of study (ISCED-F 2013)")
    )
    activities = ChoiceArrayField(
        models.CharField(max_length=15, choices=Activity), verbose_name=_("activities"), default=list, blank=True
    )
    summary = models.TextField(_("summary"), max_length=1000, blank=True)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="agreements",
        verbose_name=_("responsible person"),
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("deputy")
    )
    confirmed_on = models.DateField(
        _("continuation confirmed on"), null=True, blank=True, help_text=_("After it has gone on by itself.")
    )
    internal_note = models.TextField(_("internal note"), blank=True, help_text=_("Never leaves the staff area."))
    office_comment = models.TextField(
        _("what the international office asks for"),
        max_length=1000,
        blank=True,
        default="",
        db_default="",
        editable=False,
    )
    submitted_on = models.DateField(_("submitted on"), null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)

    not_copied = (
        *("stage", "reference", "signed_on", "confirmed_on", "terminated_on", "termination_reason"),
        *("predecessor", "documents", "internal_note", "mobility_numbers"),
    )

    search_fields = [
        *Named.search_fields,
        index.AutocompleteField("reference"),
        index.RelatedFields("unit", Unit.search_fields),
        index.RelatedFields("agreement_type", Named.search_fields),
        index.RelatedFields(
            "parties",
            [
                index.AutocompleteField("name_at_signature"),
                index.AutocompleteField("signatory"),
                index.RelatedFields("institution", Institution.name_fields),
            ],
        ),
        index.RelatedFields(
            "documents", [index.AutocompleteField(name) for name in ("title_de", "title_en", "file_name")]
        ),
    ]

    class Meta(Named.Meta):
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        indexes = [models.Index(fields=["stage", "starts_on", "ends_on"], name="partners_agreement_validity")]

    def __str__(self) -> str:
        return f"{self.name_de} ({self.reference})" if self.reference else self.name_de

    @property
    def label(self) -> str:
        return f"{super().label} ({self.reference})" if self.reference else super().label

    @classmethod
    def binding_q(cls, prefix: str = "") -> Q:
        """Return the condition that an agreement was signed and has a first day.

        `prefix` is the lookup path from another model to the agreement, such as "agreement__".
        """
        return Q(**{f"{prefix}stage__in": BINDING, f"{prefix}starts_on__isnull": False})

    @property
    def is_binding(self) -> bool:
        """Return for one agreement what `binding_q` asks of the database."""
        return self.stage in BINDING and self.starts_on is not None

    @property
    def owner_name(self) -> str:
        """Return the name of the unit responsible for the texts, as worklists show it."""
        return self.unit.name_de

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.version += 1
        self.submitted_on = (self.submitted_on or today()) if self.stage == Stage.SUBMITTED else None
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        self._check_days(errors)
        self._check_renewal(errors)
        self._check_stage(errors)
        if self.predecessor_id and self.predecessor_id == self.pk:
            errors["predecessor"] = _("An agreement cannot take the place of itself.")
        if errors:
            raise ValidationError(errors)

    def _check_days(self, errors: dict[str, Any]) -> None:
        days = {"end": self.ends_on, "day": self.terminated_on}
        if self.ends_on and self.is_open_ended:
            errors["ends_on"] = _error(_("%(end)s is an end, and “no fixed end” is ticked. Keep one of them."), days)
        if self.terminated_on and self.ends_on and self.terminated_on > self.ends_on and not self.renews_itself:
            message = _("%(day)s lies after %(end)s, when it ends anyway. Correct one of them.")
            errors["terminated_on"] = _error(message, days)
        for name, error in order_errors(self, *self._ordered_days()).items():
            errors.setdefault(name, error)

    def _ordered_days(self) -> list[tuple[str, str]]:
        """Return the pairs of fields (earlier, later). What renews itself may be signed again after its first end."""
        pairs = [("starts_on", later) for later in ("ends_on", "terminated_on", "confirmed_on")]
        pairs.append(("signed_on", "terminated_on"))
        return pairs if self.renews_itself else [*pairs, ("signed_on", "ends_on")]

    def _check_renewal(self, errors: dict[str, Any]) -> None:
        if self.renewal == Renewal.AUTOMATIC and not self.renewal_months:
            errors["renewal_months"] = _("Say by how many months it goes on each time.")
        if self.renewal != Renewal.NONE and self.is_open_ended:
            errors["renewal"] = _("What has no fixed end is not renewed. Choose “ends”, or give it an end.")

    def _check_stage(self, errors: dict[str, Any]) -> None:
        if self.stage in BINDING and not self.starts_on:
            errors["starts_on"] = _("What is signed has a first day. Add it.")
        if self.stage in BINDING and not (self.ends_on or self.is_open_ended) and "ends_on" not in errors:
            errors["ends_on"] = _("What is signed has a last day, or no fixed end. Add the day, or tick the box.")
        if self.stage == Stage.TERMINATED and not self.terminated_on:
            errors["terminated_on"] = _("Say until when it was in force.")
        if self.terminated_on and self.stage not in (Stage.TERMINATED, Stage.SUPERSEDED):
            errors["terminated_on"] = _("Choose the stage “Terminated”, or empty this field.")
        self._check_transition(errors)

    def _check_transition(self, errors: dict[str, Any]) -> None:
        before = self._stored_stage()
        if before and self.stage != before and self.stage not in TRANSITIONS[before]:
            following = ", ".join(str(stage.label) for stage in Stage if stage in TRANSITIONS[before])
            message = _("From “%(before)s” there is no way to “%(after)s”. Possible are: %(following)s.")
            params = {"before": Stage(before).label, "after": Stage(self.stage).label, "following": following}
            errors["stage"] = ValidationError(message, code="transition", params=params)

    def _stored_stage(self) -> str:
        stored = Agreement.objects.filter(pk=self.pk).values_list("stage", flat=True) if self.pk else []
        return next(iter(stored), "")

    @property
    def renews_itself(self) -> bool:
        """Tell whether it is prolonged automatically at its end, by a known number of months."""
        return self.renewal == Renewal.AUTOMATIC and bool(self.renewal_months and self.ends_on)


def _error(message: "StrOrPromise", days: dict[str, date | None]) -> ValidationError:
    from portal.core.language import formats

    return ValidationError(message, params={name: formats.day(day) if day else "" for name, day in days.items()})
