from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from partners.models import Institution, Unit
from partners.models.network import written_date
from portal.core.models import Record
from portal.core.models.order import order_errors
from programs.models.scheme import ENDING, CertificationScheme, SchemeKind


class CertificationStatus(models.TextChoices):
    PLANNED = "planned", _("Planned")
    APPLIED = "applied", _("Applied for")
    HELD = "held", _("Held")
    LAPSED = "lapsed", _("Lapsed")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    NOT_AWARDED = "not-awarded", _("Not awarded")


AWARDED = (CertificationStatus.HELD, CertificationStatus.LAPSED, CertificationStatus.WITHDRAWN)


class Certification(Record):
    """An award to a holder, with its own dates. `programs.certifications.status` computes whether it is valid."""

    scheme = models.ForeignKey(
        CertificationScheme, models.PROTECT, related_name="certifications", verbose_name=_("scheme")
    )
    holder_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="certifications", verbose_name=_("held by the unit")
    )
    holder_institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="certifications",
        verbose_name=_("held by the institution"),
    )
    award = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="add_ons",
        verbose_name=_("add-on to"),
        help_text=_("The award with which this add-on is shown."),
    )
    predecessor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="successors", verbose_name=_("predecessor")
    )
    level = models.CharField(_("level"), max_length=100, blank=True)
    round = models.CharField(_("round"), max_length=100, blank=True)
    summary = models.TextField(_("summary"), max_length=400)
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=CertificationStatus,
        default=CertificationStatus.PLANNED,
        help_text=_("Planned, applied for and not awarded: never public."),
    )
    decided_on = written_date(_("decided on"), blank=True)
    valid_from = written_date(
        _("valid from"), blank=True, help_text=_("May lie before the decision. Empty: from the decision on.")
    )
    valid_until = written_date(_("valid until"), blank=True, help_text=_("Its last day, month or year."))
    is_open_ended = models.BooleanField(_("without an end"), default=False)
    extended_until = written_date(
        _("extended until"), blank=True, help_text=_("While the next decision is being made.")
    )
    extension_reason = models.CharField(_("reason for the extension"), max_length=200, blank=True)
    ended_on = written_date(
        _("lapsed or withdrawn on"), blank=True, help_text=_("Its last day, where it ended before its time.")
    )
    document = models.ForeignKey(
        "media.PortalDocument",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("document"),
        help_text=_("The certificate itself, as everybody may see it."),
    )
    source = models.CharField(_("source"), max_length=300)
    report_url = models.URLField(_("address of the proof or report"), blank=True, max_length=500)
    responsible_unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        related_name="certifications_in_care",
        verbose_name=_("responsible office"),
        help_text=_("Is reminded of the next milestone."),
    )
    next_milestone = models.CharField(_("next milestone"), max_length=200, blank=True, help_text=_("For staff only."))
    next_milestone_on = models.DateField(_("day of the next milestone"), null=True, blank=True)

    not_copied = (
        *("status", "round", "decided_on", "ended_on", "extended_until", "extension_reason"),
        *("predecessor", "document", "report_url"),
    )

    template = "programs/certification.html"
    page_selector = "programs.certifications.selectors.certification_page"
    row_relations = (
        "scheme__awarding_body",
        "holder_unit__institution",
        "holder_institution",
        "award",
        "document",
    )
    page_relations = (*row_relations, "add_ons__scheme", "predecessor", "successors")

    class Meta(Record.Meta):
        verbose_name = _("certification")
        verbose_name_plural = _("certifications")

    @property
    def owner_name(self) -> str:
        """Return the German name of the unit that is responsible for the texts, for worklists."""
        return self.responsible_unit.name_de

    def clean(self) -> None:
        super().clean()
        errors = {**self._holder_errors(), **self._date_errors()}
        if errors:
            raise ValidationError(errors)

    def _holder_errors(self) -> dict[str, str]:
        errors = {}
        if bool(self.holder_unit_id) == bool(self.holder_institution_id):
            errors["holder_unit"] = gettext("It is held by one unit or by one institution.")
        if self.award_id and self.award_id == self.pk:
            errors["award"] = gettext("It cannot be an add-on to itself.")
        return errors

    def _date_errors(self) -> dict[str, Any]:
        errors: dict[str, Any] = self._order_errors()
        if self.status in AWARDED and not (self.valid_from or self.decided_on):
            errors["valid_from"] = gettext("Say from when on it is valid, or when it was decided.")
        if self.extended_until and not (self.valid_until and self.extension_reason_de):
            errors.setdefault("extended_until", gettext("An extension needs the end that it extends, and a reason."))
        return {**errors, **self._end_errors()}

    def _order_errors(self) -> dict[str, ValidationError]:
        begin = "valid_from" if self.valid_from else "decided_on"
        pairs = [(begin, "valid_until"), (begin, "ended_on"), ("valid_until", "extended_until")]
        return order_errors(self, *pairs)

    def _end_errors(self) -> dict[str, str]:
        kind = self.scheme.kind if self.scheme_id else ""
        if self.is_open_ended and self.valid_until:
            return {"valid_until": gettext("Give an end, or say that there is none: not both.")}
        if kind == SchemeKind.CHARTER and self.valid_until:
            return {"valid_until": gettext("A charter does not expire. If it was left, say so in the status.")}
        if kind in ENDING and self.status in AWARDED and not (self.valid_until or self.is_open_ended):
            return {"valid_until": gettext("Say until when it is valid, or tick “without an end”.")}
        return {}
