"""The admin of fields of research."""

from atlas.fields.panels import field_panels
from atlas.models import ResearchField
from portal.core.admin.listings import NamedViewSet, english_column


class ResearchFieldViewSet(NamedViewSet):
    model = ResearchField
    icon = "tag"
    panels = field_panels
    list_display = ["name_de", english_column(), "scheme", "code", "parent"]
    list_filter = ["scheme", "is_residual"]
