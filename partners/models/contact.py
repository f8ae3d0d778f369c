from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from partners.models.institution import Institution
from partners.models.unit import Unit
from portal.core.models import Named
from portal.core.models.languages import LanguagesField
from portal.core.time.moment import today


class Role(models.TextChoices):
    ADVICE = "advice", _("Advice")
    COORDINATOR = "coordinator", _("Coordination")
    NOMINATIONS = "nominations", _("Nominations")
    INCOMING = "incoming", _("Incoming students")
    OUTGOING = "outgoing", _("Outgoing students")
    SIGNATORY = "signatory", _("Signatory")
    INCLUSION = "inclusion", _("Inclusion")
    EMERGENCY = "emergency", _("Emergency")
    OFFICE = "office", _("Office")


class ContactManager(models.Manager["Contact"]):
    """Selects the owner along with each contact, because `Contact.__str__` shows it."""

    def get_queryset(self) -> models.QuerySet["Contact"]:
        return super().get_queryset().select_related("unit", "institution")


class Contact(index.Indexed, Named):
    """Whom to ask: an office or function, and a person only where needed.

    It has no drafts, so that deleting a contact leaves no copies behind.
    """

    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="contacts", verbose_name=_("unit")
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, null=True, blank=True, related_name="contacts", verbose_name=_("institution")
    )
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.ADVICE)
    person = models.CharField(
        _("person"), max_length=200, blank=True, help_text=_("Leave empty where a mailbox of the office will do.")
    )
    publication_basis = models.CharField(
        _("basis for publication"),
        max_length=300,
        blank=True,
        help_text=_("Why this person may be named in public, for instance “consent of 3 May 2026”. Empty: internal."),
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(
        _("phone"),
        max_length=16,
        blank=True,
        validators=[RegexValidator(r"^\+[1-9]\d{6,14}$", _("Write it as +49201…, without blanks (E.164)."))],
    )
    hours = models.CharField(_("hours"), max_length=200, blank=True)
    languages = LanguagesField(verbose_name=_("languages"))
    last_confirmed_on = models.DateField(_("last confirmed on"), null=True, blank=True)
    delete_after = models.DateField(_("delete after"), null=True, blank=True)

    personal_fields = ("name_de", "name_en", "person", "publication_basis", "email", "phone")

    not_copied = ("publication_basis", "last_confirmed_on")

    search_fields = [
        index.AutocompleteField("name_de"),
        index.AutocompleteField("name_en"),
        index.FilterField("unit"),  # unit editors search among their own
    ]

    objects = ContactManager()

    class Meta(Named.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")

    def __str__(self) -> str:
        """Return the name with that of the owner: several units have an office of the same name."""
        owner = self.unit or self.institution
        of_owner = owner and (owner.abbreviation or owner.name_de)
        return f"{self.name_de} ({of_owner})" if of_owner and of_owner != self.name_de else self.name_de

    @classmethod
    def unexpired_q(cls) -> Q:
        """Return the condition that the day of deletion has not passed in Berlin."""
        return Q(delete_after=None) | Q(delete_after__gte=today())

    def clean(self) -> None:
        super().clean()
        if bool(self.unit_id) == bool(self.institution_id):
            raise ValidationError({"unit": _("A contact belongs to one unit or to one institution.")})
        if not self.email and not self.phone:
            raise ValidationError({"email": _("Give a way to get in touch: an e-mail address or a phone number.")})
