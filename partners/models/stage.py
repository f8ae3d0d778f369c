"""How far an agreement has come, and where it may go from there."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    DRAFT = "draft", _("Draft")
    NEGOTIATION = "negotiation", _("In negotiation")
    AWAITING_SIGNATURE = "awaiting-signature", _("Awaiting signature")
    SIGNED = "signed", _("Signed")
    TERMINATED = "terminated", _("Terminated")
    SUPERSEDED = "superseded", _("Superseded")
    REJECTED = "rejected", _("Rejected")


BEFORE_SIGNED = (Stage.DRAFT, Stage.NEGOTIATION, Stage.AWAITING_SIGNATURE, Stage.REJECTED)
BINDING = (Stage.SIGNED, Stage.TERMINATED, Stage.SUPERSEDED)  # what was signed once

# From each stage to those that may follow. Back from "signed" there is no way but by ending what was signed.
TRANSITIONS = {
    Stage.DRAFT: {Stage.NEGOTIATION, Stage.AWAITING_SIGNATURE, Stage.SIGNED, Stage.REJECTED},
    Stage.NEGOTIATION: {Stage.DRAFT, Stage.AWAITING_SIGNATURE, Stage.SIGNED, Stage.REJECTED},
    Stage.AWAITING_SIGNATURE: {Stage.NEGOTIATION, Stage.SIGNED, Stage.REJECTED},
    Stage.SIGNED: {Stage.TERMINATED, Stage.SUPERSEDED},
    Stage.TERMINATED: {Stage.SIGNED},  # a notice that was withdrawn
    Stage.SUPERSEDED: {Stage.SIGNED, Stage.TERMINATED},  # a successor that came to nothing
    Stage.REJECTED: {Stage.DRAFT, Stage.NEGOTIATION},
}
