"""How staff narrow the list of institutions."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from partners.agreements.filters import PartnersFilterSet, _ending
from partners.institutions.completeness import incomplete_institution
from partners.institutions.status import PartnerStatus
from partners.models import Agreement, Institution, InstitutionType, Party


class InstitutionFilterSet(PartnersFilterSet):
    partner_status = ChoiceFilter(label=_("Partnership"), choices=PartnerStatus.choices)  # annotated by the list
    institution_type = ChoiceFilter(label=_("Type"), choices=InstitutionType.choices)

    class Meta:
        model = Institution
        fields: list[str] = []

    def filter_country(self, queryset, name, value):
        return queryset.filter(country=value)

    def filter_unit(self, queryset, name, value):
        return queryset.filter(_is_party(Q(agreement__unit=value) | Q(agreement__further_units=value)))

    def filter_ending(self, queryset, name, value):
        return queryset.filter(_is_party(Q(agreement__in=_ending(Agreement.objects.all(), value).values("pk"))))

    def filter_incomplete(self, queryset, name, value):
        return queryset.filter(incomplete_institution())


def _is_party(condition: Q) -> Q:
    return Q(Exists(Party.objects.filter(condition, institution=OuterRef("pk"))))
