"""The office's desk: the menu "Partnerships" and what stands in it."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from partners import lists, views
from partners.filters import AgreementFilterSet, InstitutionFilterSet
from partners.models import (
    Agreement,
    AgreementType,
    Contact,
    DueDiligence,
    Fact,
    GuidingPrinciple,
    Institution,
    Network,
    SubjectField,
    Tag,
    Unit,
)
from partners.panels import (
    agreement_form,
    agreement_type_panels,
    contact_panels,
    due_diligence_panels,
    fact_panels,
    institution_form,
    network_form,
    principle_form,
    subject_panels,
    tag_panels,
    unit_panels,
)
from partners.permissions import agreement_policy, contact_policy
from partners.report import may_read
from portal.core.guard import GuardedViewSet
from portal.core.listings import NamedViewSet, english_column, publication_column


class UnitViewSet(NamedViewSet):
    model = Unit
    icon = "group"
    panels = unit_panels
    list_display = ["name_de", english_column(), "abbreviation", "parent"]
    list_filter = ["parent"]


class InstitutionViewSet(NamedViewSet):
    model = Institution
    icon = "globe"
    edit_handler = institution_form
    index_view_class = lists.InstitutionIndexView
    delete_view_class = views.InstitutionDeleteView
    edit_view_class = views.InstitutionEditView
    filterset_class = InstitutionFilterSet
    list_display = [
        "name_de",
        english_column(),
        publication_column(),
        lists.standing_column(),
        lists.country_column(),
        "city_de",
        "institution_type",
        lists.agreements_column(),
    ]

    def get_urlpatterns(self):
        policy = {"permission_policy": self.permission_policy}
        adding, undoing = (self.construct_view(one, **policy) for one in (views.AddEventView, views.UndoEventView))
        return [
            *super().get_urlpatterns(),
            path("timeline/<str:pk>/", self._reading(views.TimelineView), name="timeline"),
            path("events/<str:pk>/", self._reading(views.EventsView), name="events"),
            path("events/<str:pk>/add/<slug:kind>/", adding, name="add_event"),
            path("events/<str:pk>/undo/<slug:event>/", undoing, name="undo_event"),
        ]

    def _reading(self, view_class):
        """Return a view for all who may read the record, with its own template instead of that of "inspect"."""
        options = self.get_inspect_view_kwargs()
        return self.construct_view(view_class, **{**options, "template_name": view_class.template_name})


class AgreementViewSet(NamedViewSet):
    model = Agreement
    icon = "doc-full"
    edit_handler = agreement_form
    index_view_class = lists.AgreementIndexView
    add_view_class = views.AgreementCreateView
    edit_view_class = views.AgreementEditView
    filterset_class = AgreementFilterSet
    permission_policy = agreement_policy()
    list_display = [
        "name_de",
        lists.partners_column(),
        "agreement_type",
        "unit",
        "stage",
        lists.validity_column(),
        lists.end_column(),
    ]


class ContactViewSet(NamedViewSet):
    model = Contact
    icon = "mail"
    panels = contact_panels
    list_display = ["name_de", english_column(), "role", "unit", "institution", "last_confirmed_on"]
    list_filter = ["role", "unit"]
    permission_policy = contact_policy()


class DueDiligenceViewSet(GuardedViewSet):
    model = DueDiligence
    icon = "key"
    panels = due_diligence_panels
    list_display = ["institution", "decision", "reviewed_on", "next_review_on"]
    list_filter = ["decision"]
    list_per_page = 50
    index_view_class = lists.DueDiligenceIndexView


class FactViewSet(GuardedViewSet):
    model = Fact
    icon = "info-circle"
    panels = fact_panels
    list_display = ["statement_de", "value_de", "as_of", "source_de"]
    list_per_page = 50


class NetworkViewSet(NamedViewSet):
    model = Network
    icon = "site"
    edit_handler = network_form
    list_display = ["name_de", english_column(), publication_column(), "founded_on"]
    list_filter = ["live"]


class GuidingPrincipleViewSet(NamedViewSet):
    model = GuidingPrinciple
    icon = "list-ol"
    edit_handler = principle_form
    list_display = ["name_de", english_column(), publication_column(), "number", "version", "valid_from", "valid_until"]
    list_filter = ["live", "network"]
    ordering = ["number", "version"]


class TagViewSet(NamedViewSet):
    model = Tag
    icon = "tag"
    panels = tag_panels
    list_display = ["name_de", english_column()]


class AgreementTypeViewSet(NamedViewSet):
    model = AgreementType
    icon = "tag"
    panels = agreement_type_panels
    list_display = ["name_de", english_column(), "notation", "lead_months"]
    ordering = ["position"]


class SubjectFieldViewSet(NamedViewSet):
    model = SubjectField
    icon = "tag"
    panels = subject_panels
    list_display = ["name_de", english_column(), "code"]
    ordering = ["code"]


class ReportMenuItem(MenuItem):
    def is_shown(self, request):
        return may_read(request.user)


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

    def get_submenu_items(self):
        report = ReportMenuItem(_("On any day"), reverse("partners_report"), icon_name="calendar-check", order=900)
        return [*super().get_submenu_items(), report]
