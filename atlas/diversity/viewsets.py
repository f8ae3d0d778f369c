"""The admin of the indices of diversity."""

from atlas.diversity.panels import indicator_panels
from atlas.models import IndicatorDefinition
from portal.core.admin.listings import NamedViewSet, english_column


class IndicatorDefinitionViewSet(NamedViewSet):
    model = IndicatorDefinition
    icon = "calendar-check"
    copy_view_enabled = False  # a version is written anew, with its own number
    panels = indicator_panels
    list_display = ["name_de", english_column(), "calculation", "version", "valid_from"]
    ordering = ["position", "-version"]
