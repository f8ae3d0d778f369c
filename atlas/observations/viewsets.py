"""The admin of figures, and of what they refer to: measures and sources."""

from atlas.models import Measure, Observation, Source
from atlas.observations.filters import ObservationFilterSet
from atlas.observations.panels import measure_panels, observation_panels, source_panels
from portal.core.admin.inspecting import RecordInspectView
from portal.core.admin.listings import (
    NamedIndexView,
    NamedViewSet,
    NarrowedFilterSet,
    ProtectingDeleteView,
    english_column,
)
from portal.core.rights.guard import GuardedViewSet


class SourceViewSet(NamedViewSet):
    model = Source
    icon = "link"
    panels = source_panels
    list_display = ["name_de", english_column(), "publisher_de", "as_of", "licence_de"]


class MeasureViewSet(NamedViewSet):
    model = Measure
    icon = "list-ol"
    panels = measure_panels
    list_display = ["name_de", english_column(), "notation", "unit_de", "counting", "level"]
    ordering = ["position"]


class ObservationIndexView(NamedIndexView):
    """The list of figures, which have no names."""

    base_filterset_class = NarrowedFilterSet


class ObservationViewSet(GuardedViewSet):
    model = Observation
    icon = "table"
    panels = observation_panels
    index_view_class = ObservationIndexView
    inspect_view_class = RecordInspectView
    delete_view_class = ProtectingDeleteView
    filterset_class = ObservationFilterSet
    list_display = ["measure", "institution", "city", "field", "first_year", "last_year", "value", "source", "taken_on"]
    list_per_page = 50
