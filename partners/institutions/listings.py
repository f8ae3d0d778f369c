"""The admin's lists of institutions and of due-diligence reviews: their queries and columns."""

from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import IndexView

from partners.geography import countries
from partners.institutions.fate import became_part_of
from partners.institutions.status import PartnerStatus, with_status
from partners.models import DueDiligence, Institution, Party
from portal.core.admin.listings import NamedIndexView


class InstitutionIndexView(NamedIndexView):
    def get_base_queryset(self) -> QuerySet[Institution]:
        parties = Party.objects.filter(institution=OuterRef("pk")).order_by()
        count = parties.values("institution").annotate(count=Count("agreement", distinct=True)).values("count")
        institutions = super().get_base_queryset().select_related("successor")
        return with_status(institutions).annotate(agreement_count=Coalesce(Subquery(count), 0))

    def get_list_more_buttons(self, instance: Institution) -> list[Button]:
        timeline = reverse("wagtailsnippets_partners_institution:timeline", args=[instance.pk])
        more = [
            Button(_("Dossier"), url=dossier_url(instance.pk), icon_name="doc-full", priority=14),
            Button(_("Timeline"), url=timeline, icon_name="calendar-alt", priority=15),
        ]
        return [*super().get_list_more_buttons(instance), *more]


class DueDiligenceIndexView(IndexView):
    def get_base_queryset(self) -> QuerySet[DueDiligence]:
        return super().get_base_queryset().select_related("institution")


def country_column() -> Column:
    return Column(
        "country",
        label=_("Country"),
        accessor=lambda institution: countries.name(institution.country),
        sort_key="country",
    )


def status_column() -> Column:
    return Column(
        "partner_status",
        label=_("Partnership"),
        accessor=_status,
        sort_key="partner_status",
    )


def agreements_column() -> Column:
    return Column("agreement_count", label=_("Agreements"), sort_key="agreement_count")


def dossier_url(key: int) -> str:
    """Return the address of all that is known about an institution."""
    return reverse("partners_dossier", args=[key])


def _status(institution: Any) -> str:
    """Return what a merged institution became part of, and of any other the status as a partner."""
    if institution.successor_id:
        return became_part_of(institution)
    return str(PartnerStatus(institution.partner_status).label)
