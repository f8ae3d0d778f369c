"""The admin of facts."""

from partners.facts.panels import fact_panels
from partners.models import Fact
from portal.core.admin.viewsets import RecordViewSet


class FactViewSet(RecordViewSet):
    model = Fact
    icon = "info-circle"
    panels = fact_panels
    list_display = ["statement_de", "value_de", "as_of", "source_de"]
    list_per_page = 50
