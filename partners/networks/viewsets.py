"""The admin of networks and guiding principles."""

from partners.models import GuidingPrinciple, Network
from partners.networks.descriptions import NetworkDescription, PrincipleDescription
from partners.networks.panels import network_form, principle_form
from portal.core.admin.listings import NamedViewSet, english_column, publication_column


class NetworkViewSet(NamedViewSet):
    model = Network
    icon = "site"
    description = NetworkDescription()
    edit_handler = network_form
    list_display = ["name_de", english_column(), publication_column(), "founded_on"]
    list_filter = ["live"]


class GuidingPrincipleViewSet(NamedViewSet):
    model = GuidingPrinciple
    icon = "list-ol"
    description = PrincipleDescription()
    twin_columns = ("network", "number", "version")
    edit_handler = principle_form
    list_display = ["name_de", english_column(), publication_column(), "number", "version", "valid_from", "valid_until"]
    list_filter = ["live", "network"]
    ordering = ["number", "version"]
