"""The filters of the admin's list of agreements, with those that it shares with the list of institutions."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter

from partners.agreements.completeness import incomplete_agreement
from partners.agreements.validity import NOW_IN_FORCE, Validity
from partners.agreements.validity_sql import with_validity
from partners.ewp.selectors import exchanged, lacking_q
from partners.geography import countries
from partners.models import Agreement, AgreementType, Party, Stage, Unit
from portal.core.admin.listings import EnglishFilterSet
from portal.core.time.days import add_months
from portal.core.time.moment import today

READINESS = [("ready", _("ready")), ("missing", _("something is missing"))]
WITHIN = [("6", _("6 months")), ("12", _("12 months"))]


class PartnersFilterSet(EnglishFilterSet):
    """The filters of both lists. Subclasses implement the methods."""

    country = ChoiceFilter(label=_("Country"), choices=countries.choices, method="filter_country")
    unit = ModelChoiceFilter(label=_("Unit"), queryset=Unit.objects.all(), method="filter_unit")
    ending = ChoiceFilter(label=_("Ending within"), choices=WITHIN, method="filter_ending")
    incomplete = ChoiceFilter(label=_("Incomplete"), choices=[("on", _("Only these"))], method="filter_incomplete")


class AgreementFilterSet(PartnersFilterSet):
    stage = ChoiceFilter(label=_("Stage"), choices=Stage.choices)
    validity = ChoiceFilter(label=_("Validity"), choices=Validity.choices, field_name="validity_on_day")
    ewp = ChoiceFilter(label=_("Erasmus Without Paper"), choices=READINESS, method="filter_ewp")
    agreement_type = ModelChoiceFilter(label=_("Type"), queryset=AgreementType.objects.all())

    class Meta:
        model = Agreement
        fields: list[str] = []

    def filter_country(self, queryset: QuerySet[Agreement], name: str, value: str) -> QuerySet[Agreement]:
        parties = Party.objects.filter(agreement=OuterRef("pk"), institution__country=value)
        return queryset.filter(Exists(parties))

    def filter_unit(self, queryset: QuerySet[Agreement], name: str, value: Unit) -> QuerySet[Agreement]:
        shared = Agreement.further_units.through.objects.filter(agreement=OuterRef("pk"), unit=value)
        return queryset.filter(Q(unit=value) | Q(Exists(shared)))

    def filter_ending(self, queryset: QuerySet[Agreement], name: str, value: str) -> QuerySet[Agreement]:
        return ending_within(queryset, int(value))

    def filter_ewp(self, queryset: QuerySet[Agreement], name: str, value: str) -> QuerySet[Agreement]:
        lacking = lacking_q()
        return exchanged(queryset).filter(lacking if value == "missing" else ~lacking)

    def filter_incomplete(self, queryset: QuerySet[Agreement], name: str, value: str) -> QuerySet[Agreement]:
        return queryset.filter(incomplete_agreement())


def ending_within(agreements: QuerySet[Agreement], months: int) -> QuerySet[Agreement]:
    """Return the agreements that are in force today and end within so many months."""
    in_force = with_validity(agreements).filter(validity_on_day__in=NOW_IN_FORCE)
    return in_force.filter(last_day__lte=add_months(today(), months))
