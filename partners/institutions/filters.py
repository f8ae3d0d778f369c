"""The filters of the admin's list of institutions."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from partners.agreements.filters import PartnersFilterSet, ending_within
from partners.institutions.completeness import incomplete_institution
from partners.institutions.status import PartnerStatus
from partners.models import Agreement, Institution, InstitutionType, Party, Unit
from portal.core.admin.checked_filter import CheckedFilterSet


class InstitutionFilterSet(CheckedFilterSet, PartnersFilterSet):
    partner_status = ChoiceFilter(label=_("Partnership"), choices=PartnerStatus.choices)  # see the list
    institution_type = ChoiceFilter(label=_("Type"), choices=InstitutionType.choices)

    class Meta:
        model = Institution
        fields: list[str] = []

    def filter_country(self, queryset: QuerySet[Institution], name: str, value: str) -> QuerySet[Institution]:
        return queryset.filter(country=value)

    def filter_unit(self, queryset: QuerySet[Institution], name: str, value: Unit) -> QuerySet[Institution]:
        return queryset.filter(_is_party(Q(agreement__unit=value) | Q(agreement__further_units=value)))

    def filter_ending(self, queryset: QuerySet[Institution], name: str, value: str) -> QuerySet[Institution]:
        agreements = ending_within(Agreement.objects.all(), int(value))
        return queryset.filter(_is_party(Q(agreement__in=agreements.values("pk"))))

    def filter_incomplete(self, queryset: QuerySet[Institution], name: str, value: str) -> QuerySet[Institution]:
        return queryset.filter(incomplete_institution())


def _is_party(condition: Q) -> Q:
    """Return the condition that an institution is a party for which `condition` holds."""
    return Q(Exists(Party.objects.filter(condition, institution=OuterRef("pk"))))
