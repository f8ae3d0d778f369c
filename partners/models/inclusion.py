from django.db import models
from django.utils.translation import gettext_lazy as _

from partners.models.fields import WebsiteField


class Answer(models.TextChoices):
    """The answer of a partner. "Not yet asked" does not mean "no"."""

    NOT_ASKED = "not-asked", _("not yet asked")
    YES = "yes", _("yes")
    PARTLY = "partly", _("in part")
    NO = "no", _("no")


class Inclusive(models.Model):
    """What a partner offers for inclusion, with the source and the day on which it was checked."""

    disability_support = models.CharField(
        _("support with disabilities"), max_length=10, choices=Answer, default=Answer.NOT_ASKED
    )
    family_support = models.CharField(
        _("support for families"), max_length=10, choices=Answer, default=Answer.NOT_ASKED
    )
    equality_policy_url = WebsiteField(_("address of the equality policy"), blank=True)
    inclusion_contact = models.ForeignKey(
        "partners.Contact",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("contact for questions of inclusion"),
    )
    inclusion_note = models.TextField(_("note on inclusion"), blank=True)
    inclusion_note_de: str  # its German column
    inclusion_source = models.CharField(_("source"), max_length=300, blank=True)
    inclusion_checked_on = models.DateField(_("checked on"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def is_inclusion_known(self) -> bool:
        """Tell whether there is any information about inclusion."""
        answers = {self.disability_support, self.family_support} - {Answer.NOT_ASKED}
        return bool(answers or self.equality_policy_url or self.inclusion_note_de)
