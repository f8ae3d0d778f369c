"""The lists that staff work with: what a row shows of other tables comes with it, in a fixed number of queries."""

from django.db.models import Count, OuterRef, Prefetch, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import IndexView

from partners import countries
from partners.models import Agreement, Party
from partners.standing import Standing, with_standing
from partners.validity import Validity, with_validity
from portal.core import formats
from portal.core.listings import NamedIndexView


class InstitutionIndexView(NamedIndexView):
    def get_base_queryset(self):
        parties = Party.objects.filter(institution=OuterRef("pk")).order_by()
        count = parties.values("institution").annotate(count=Count("agreement", distinct=True)).values("count")
        return with_standing(super().get_base_queryset()).annotate(agreement_count=Coalesce(Subquery(count), 0))

    def get_list_more_buttons(self, instance):
        timeline = reverse("wagtailsnippets_partners_institution:timeline", args=[instance.pk])
        button = Button(_("Timeline"), url=timeline, icon_name="calendar-alt", priority=15)
        return [*super().get_list_more_buttons(instance), button]


class AgreementIndexView(NamedIndexView):
    def get_base_queryset(self):
        parties = Party.objects.select_related("institution").only(
            "agreement", "name_at_signature", "institution__name_de", "institution__sort_de"
        )
        return with_validity(super().get_base_queryset()).prefetch_related(Prefetch("parties", parties))


class DueDiligenceIndexView(IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("institution")


def country_column() -> Column:
    return Column("country", label=_("Country"), accessor=lambda it: countries.name(it.country), sort_key="country")


def standing_column() -> Column:
    return Column(
        "standing", label=_("Partnership"), accessor=lambda it: Standing(it.standing).label, sort_key="standing"
    )


def agreements_column() -> Column:
    return Column("agreement_count", label=_("Agreements"), sort_key="agreement_count")


def partners_column() -> Column:
    return Column("partners", label=_("Partners"), accessor=_partners)


def validity_column() -> Column:
    return Column(
        "validity",
        label=_("Validity"),
        accessor=lambda agreement: Validity(agreement.validity_on_day).label,
        sort_key="validity_on_day",
    )


def end_column() -> Column:
    return Column("period_end", label=_("In force until"), accessor=_end, sort_key="period_end")


def _partners(agreement: Agreement) -> str:
    return ", ".join(party.institution.name_de for party in agreement.parties.all())


def _end(agreement: Agreement) -> str:
    return formats.day(agreement.period_end) if agreement.period_end else "–"
