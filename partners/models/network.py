from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from partners.models.contact import Contact
from partners.models.fact import Fact
from partners.models.institution import Institution
from portal.core.language import formats
from portal.core.language.richtext import PLAIN_FEATURES
from portal.core.models import Record
from portal.core.models.fields import WrittenDateField
from portal.core.models.order import order_errors

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

WRITTEN = _("A year, a month or a day: 2009, October 2009 or 1 October 2009.")


def written_date(verbose_name: "StrOrPromise", **options: Any) -> WrittenDateField:
    """Return a field for a date that may be a year, a month or a day, with a help text that says so."""
    return WrittenDateField(verbose_name, **{"help_text": WRITTEN, **options})


class Network(Record):
    """An association of organisations: its purpose, its members over time, and its committees."""

    summary = models.CharField(_("summary"), max_length=300)
    mission = RichTextField(_("what it is for"), features=PLAIN_FEATURES)
    guarantors = RichTextField(_("who vouches for it"), blank=True, features=PLAIN_FEATURES)
    legal_form = models.CharField(_("legal form"), max_length=200, blank=True)
    founded_on = written_date(_("founded on"), blank=True)
    predecessor = models.CharField(_("predecessor"), max_length=200, blank=True)
    website = models.URLField(_("website"), blank=True)
    facts = ParentalManyToManyField(Fact, blank=True, related_name="networks", verbose_name=_("figures"))

    search_fields = [
        *Record.search_fields,
        index.AutocompleteField("website"),
        index.RelatedFields(
            "memberships",
            [
                index.AutocompleteField("name_de"),
                index.AutocompleteField("name_en"),
                index.RelatedFields("institution", Institution.name_fields),
            ],
        ),
    ]

    template = "partners/network.html"
    page_selector = "partners.networks.selectors.network_page"
    page_relations = (
        "memberships__institution",
        "memberships__successor",
        "dates",
        "committees__seats__institution",
        "committees__seats__contact",
        "profiles",
        "facts__conflicts_with",
    )

    class Meta(Record.Meta):
        verbose_name = _("network")
        verbose_name_plural = _("networks")


class MemberKind(models.TextChoices):
    UNIVERSITY = "university", _("Universities")
    CITY = "city", _("City and city marketing")
    BUSINESS = "business", _("Business")
    CULTURE = "culture", _("Culture and research")
    SERVICE = "service", _("Services for students")


class MemberRole(models.TextChoices):
    FULL = "full", _("Member")
    SUPPORTING = "supporting", _("Supporting member")


class Membership(Orderable):
    """The membership of an organisation in a network, from one date to another; either may be a year or a month."""

    network = ParentalKey(Network, related_name="memberships")
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="memberships", verbose_name=_("institution")
    )
    name = models.CharField(
        _("name at that time"),
        max_length=300,
        blank=True,
        help_text=_("Only where the institution is called otherwise today, or is no more."),
    )
    kind = models.CharField(_("kind of member"), max_length=12, choices=MemberKind, default=MemberKind.UNIVERSITY)
    role = models.CharField(_("role"), max_length=12, choices=MemberRole, default=MemberRole.FULL)
    since = written_date(_("since"))
    until = written_date(_("until"), blank=True, help_text=_("Its last day, month or year. Empty: until today."))
    note = models.CharField(_("note"), max_length=300, blank=True)
    successor = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("became part of"),
        help_text=_("Where an institution that has left is now."),
    )
    source = models.CharField(_("source"), max_length=300)
    source_url = models.URLField(_("address of the source"), blank=True, max_length=500)

    class Meta(Orderable.Meta):
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")

    def __str__(self) -> str:
        return f"{self.name_de or self.institution} {formats.written(self.since)}–{formats.written(self.until)}"

    def clean(self) -> None:
        super().clean()
        if errors := order_errors(self, ("since", "until")):
            raise ValidationError(errors)


class NetworkDate(Orderable):
    """One event in the history of a network."""

    network = ParentalKey(Network, related_name="dates")
    on = written_date(_("on"))
    text = models.CharField(_("what happened"), max_length=300)
    source = models.CharField(_("source"), max_length=300)
    source_url = models.URLField(_("address of the source"), blank=True, max_length=500)

    class Meta(Orderable.Meta):
        verbose_name = _("date")
        verbose_name_plural = _("dates")

    def __str__(self) -> str:
        return f"{formats.written(self.on)} {self.text_de}"


class Committee(Orderable, ClusterableModel):
    """A body of a network. Its seats belong to offices rather than to persons."""

    network = ParentalKey(Network, related_name="committees")
    name = models.CharField(_("name"), max_length=200)
    mandate = models.CharField(_("mandate"), max_length=500)

    class Meta(Orderable.Meta):
        verbose_name = _("committee")
        verbose_name_plural = _("committees")

    def __str__(self) -> str:
        return self.name_de


class Seat(Orderable):
    """A seat in a committee, which belongs to an office. The person, if named, is a contact that may be published."""

    committee = ParentalKey(Committee, related_name="seats")
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="seats", verbose_name=_("institution"))
    office = models.CharField(_("office"), max_length=200)
    contact = models.ForeignKey(
        Contact, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("contact")
    )
    since = written_date(_("since"), blank=True)
    until = written_date(_("until"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("seat")
        verbose_name_plural = _("seats")

    def __str__(self) -> str:
        return self.office_de

    def clean(self) -> None:
        super().clean()
        if errors := order_errors(self, ("since", "until")):
            raise ValidationError(errors)


class Profile(Orderable):
    """The profile of a network on another site: a plain link, nothing is embedded."""

    network = ParentalKey(Network, related_name="profiles")
    name = models.CharField(_("name"), max_length=80, help_text=_("As the service calls itself: “Instagram”."))
    url = models.URLField(_("address"))

    class Meta(Orderable.Meta):
        verbose_name = _("profile elsewhere")
        verbose_name_plural = _("profiles elsewhere")

    def __str__(self) -> str:
        return self.name
