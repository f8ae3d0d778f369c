"""The menu “Partnerships” of the admin."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from partners.agreements.ewp_views import may_see_readiness
from partners.agreements.viewsets import AgreementTypeViewSet, AgreementViewSet, SubjectFieldViewSet
from partners.contacts.viewsets import ContactViewSet, UnitViewSet
from partners.facts.viewsets import FactViewSet
from partners.institutions.viewsets import DueDiligenceViewSet, InstitutionViewSet, TagViewSet
from partners.networks.viewsets import GuidingPrincipleViewSet, NetworkViewSet
from partners.reporting.selectors import may_read


class ReportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_read(request.user)


class ReadinessMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_readiness(request.user)


class PartnersGroup(SnippetViewSetGroup):
    menu_label = _("Partnerships")
    menu_icon = "group"
    menu_order = 120
    items = [
        InstitutionViewSet,
        AgreementViewSet,
        ContactViewSet,
        DueDiligenceViewSet,
        UnitViewSet,
        FactViewSet,
        NetworkViewSet,
        GuidingPrincipleViewSet,
        TagViewSet,
        AgreementTypeViewSet,
        SubjectFieldViewSet,
    ]

    def get_submenu_items(self) -> list[MenuItem]:
        report = ReportMenuItem(_("On any day"), reverse("partners_report"), icon_name="calendar-check", order=900)
        readiness = ReadinessMenuItem(_("Erasmus Without Paper"), reverse("partners_ewp"), icon_name="check", order=901)
        return [*super().get_submenu_items(), report, readiness]
