"""Institutions, their due diligence and their tags in the admin."""

from django.urls import path

from partners.institutions import listings, views
from partners.institutions.filters import InstitutionFilterSet
from partners.institutions.panels import due_diligence_panels, institution_form, tag_panels
from partners.models import (
    DueDiligence,
    Institution,
    Tag,
)
from portal.core.listings import NamedViewSet, english_column, publication_column
from portal.core.rights.guard import GuardedViewSet


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


class DueDiligenceViewSet(GuardedViewSet):
    model = DueDiligence
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
