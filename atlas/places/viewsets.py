"""The admin of cities and research institutions."""

from atlas.models import City, ResearchInstitution
from atlas.places.panels import city_panels, institution_panels
from portal.core.admin.listings import NamedViewSet, english_column


class CityViewSet(NamedViewSet):
    model = City
    icon = "site"
    panels = city_panels
    list_display = ["name_de", english_column(), "notation", "position"]
    ordering = ["position"]


class ResearchInstitutionViewSet(NamedViewSet):
    model = ResearchInstitution
    icon = "home"
    panels = institution_panels
    list_display = ["name_de", english_column(), "kind", "founding_year", "institution"]
    list_filter = ["kind", "sites__city"]
