"""The admin of institutions, due-diligence reviews and tags."""

from collections.abc import Callable

from django.http.response import HttpResponseBase
from django.urls import URLPattern, path

from partners.institutions import listings, views
from partners.institutions.filters import InstitutionFilterSet
from partners.institutions.panels import due_diligence_panels, institution_form, tag_panels
from partners.models import DueDiligence, Institution, Tag
from portal.core.admin.listings import NamedViewSet, english_column, publication_column
from portal.core.admin.viewsets import RecordViewSet


class InstitutionViewSet(NamedViewSet):
    model = Institution
    icon = "globe"
    edit_handler = institution_form
    index_view_class = listings.InstitutionIndexView
    delete_view_class = views.InstitutionDeleteView
    edit_view_class = views.InstitutionEditView
    filterset_class = InstitutionFilterSet
    list_display = [
        "name_de",
        english_column(),
        publication_column(),
        listings.status_column(),
        listings.country_column(),
        "city_de",
        "institution_type",
        listings.agreements_column(),
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        policy = {"permission_policy": self.permission_policy}
        add_event = self.construct_view(views.AddEventView, **policy)
        undo_event = self.construct_view(views.UndoEventView, **policy)
        return [
            *super().get_urlpatterns(),
            path("timeline/<str:pk>/", self._inspect_view(views.TimelineView), name="timeline"),
            path("events/<str:pk>/", self._inspect_view(views.EventsView), name="events"),
            path("events/<str:pk>/add/<slug:kind>/", add_event, name="add_event"),
            path("events/<str:pk>/undo/<slug:event>/", undo_event, name="undo_event"),
        ]

    def _inspect_view(self, view_class: type[views.AboutView]) -> Callable[..., HttpResponseBase]:
        """Return a view for all staff who may read the record, with a template of its own."""
        options = self.get_inspect_view_kwargs()
        return self.construct_view(view_class, **{**options, "template_name": view_class.template_name})


class DueDiligenceViewSet(RecordViewSet):
    model = DueDiligence
    copy_view_enabled = False  # a review is of one institution
    icon = "key"
    panels = due_diligence_panels
    list_display = ["institution", "decision", "reviewed_on", "next_review_on"]
    list_filter = ["decision"]
    list_per_page = 50
    index_view_class = listings.DueDiligenceIndexView


class TagViewSet(NamedViewSet):
    model = Tag
    icon = "tag"
    panels = tag_panels
    list_display = ["name_de", english_column()]
