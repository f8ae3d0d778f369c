"""The admin of agreements and of the vocabularies that they use."""

from django.urls import URLPattern, path

from partners.agreements import listings, views
from partners.agreements.filters import AgreementFilterSet
from partners.agreements.panels import agreement_form, agreement_type_panels, subject_panels
from partners.agreements.permissions import agreement_policy
from partners.agreements.verb_views import VIEWS
from partners.models import Agreement, AgreementType, SubjectField
from portal.core.admin.listings import NamedViewSet, english_column


class AgreementViewSet(NamedViewSet):
    model = Agreement
    icon = "doc-full"
    edit_handler = agreement_form
    index_view_class = listings.AgreementIndexView
    add_view_class = views.AgreementCreateView
    edit_view_class = views.AgreementEditView
    inspect_view_class = views.AgreementInspectView
    inspect_template_name = "partners/admin/agreement.html"
    filterset_class = AgreementFilterSet
    permission_policy = agreement_policy()
    list_display = [
        "name_de",
        listings.partners_column(),
        "agreement_type",
        "unit",
        "stage",
        listings.validity_column(),
        listings.end_column(),
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        acts = [
            path(f"{view.by.key.replace('_', '-')}/<str:pk>/", self.construct_view(view), name=view.by.key)
            for view in VIEWS
        ]
        return [*super().get_urlpatterns(), *acts]


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
