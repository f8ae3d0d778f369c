"""The menu “Science atlas” of the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from atlas.diversity.viewsets import IndicatorDefinitionViewSet
from atlas.fields.viewsets import ResearchFieldViewSet
from atlas.observations.viewsets import MeasureViewSet, ObservationViewSet, SourceViewSet
from atlas.places.viewsets import CityViewSet, ResearchInstitutionViewSet


class AtlasGroup(SnippetViewSetGroup):
    menu_label = _("Science atlas")
    menu_icon = "site"
    menu_order = 125
    items = [
        ObservationViewSet,
        ResearchInstitutionViewSet,
        CityViewSet,
        ResearchFieldViewSet,
        MeasureViewSet,
        SourceViewSet,
        IndicatorDefinitionViewSet,
    ]
