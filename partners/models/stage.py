"""The stages of an agreement, and the transitions between them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted to the office")
    NEGOTIATION = "negotiation", _("In negotiation")
    AWAITING_SIGNATURE = "awaiting-signature", _("Awaiting signature")
    SIGNED = "signed", _("Signed")
    TERMINATED = "terminated", _("Terminated")
    SUPERSEDED = "superseded", _("Superseded")
    REJECTED = "rejected", _("Rejected")


BEFORE_SIGNED = (Stage.DRAFT, Stage.SUBMITTED, Stage.NEGOTIATION, Stage.AWAITING_SIGNATURE, Stage.REJECTED)
WRITTEN_BY_UNITS = (Stage.DRAFT, Stage.NEGOTIATION, Stage.AWAITING_SIGNATURE, Stage.REJECTED)
BINDING = (Stage.SIGNED, Stage.TERMINATED, Stage.SUPERSEDED)  # it was signed at some time

# The stages that may follow each stage. A signed agreement can only end; it never goes back to a draft.
TRANSITIONS: dict[str, set[Stage]] = {
    Stage.DRAFT: {Stage.SUBMITTED, Stage.NEGOTIATION, Stage.AWAITING_SIGNATURE, Stage.SIGNED, Stage.REJECTED},
    Stage.SUBMITTED: {Stage.DRAFT, Stage.NEGOTIATION, Stage.AWAITING_SIGNATURE, Stage.SIGNED, Stage.REJECTED},
    Stage.NEGOTIATION: {Stage.DRAFT, Stage.AWAITING_SIGNATURE, Stage.SIGNED, Stage.REJECTED},
    Stage.AWAITING_SIGNATURE: {Stage.NEGOTIATION, Stage.SIGNED, Stage.REJECTED},
    Stage.SIGNED: {Stage.TERMINATED, Stage.SUPERSEDED},
    Stage.TERMINATED: {Stage.SIGNED},  # the notice was withdrawn
    Stage.SUPERSEDED: {Stage.SIGNED, Stage.TERMINATED},  # the successor never came into force
    Stage.REJECTED: {Stage.DRAFT, Stage.NEGOTIATION},
}
