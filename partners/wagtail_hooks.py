from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from partners.models import Contact, Fact, GuidingPrinciple, Institution, Network, Unit
from partners.panels import (
    contact_panels,
    fact_panels,
    institution_panels,
    network_form,
    principle_form,
    unit_panels,
)
from partners.selectors import units_of
from portal.core.guard import GuardedViewSet
from portal.core.listings import NamedViewSet, english_column, publication_column
from portal.core.permissions import OwnedPermissionPolicy


class UnitViewSet(NamedViewSet):
    model = Unit
    icon = "group"
    panels = unit_panels
    list_display = ["name_de", english_column(), "abbreviation", "parent"]
    list_filter = ["parent"]


class InstitutionViewSet(NamedViewSet):
    model = Institution
    icon = "globe"
    panels = institution_panels
    list_display = ["name_de", english_column(), "city_de", "country", "institution_type"]
    list_filter = ["country", "institution_type"]


class ContactViewSet(NamedViewSet):
    model = Contact
    icon = "mail"
    panels = contact_panels
    list_display = ["name_de", english_column(), "role", "unit", "institution", "last_confirmed_on"]
    list_filter = ["role", "unit"]
    permission_policy = OwnedPermissionPolicy(Contact, "unit", units_of)


class FactViewSet(GuardedViewSet):
    model = Fact
    icon = "info-circle"
    panels = fact_panels
    list_display = ["statement_de", "value_de", "as_of", "source_de"]
    list_per_page = 50


class NetworkViewSet(NamedViewSet):
    model = Network
    icon = "site"
    edit_handler = network_form
    list_display = ["name_de", english_column(), publication_column(), "founded_on"]
    list_filter = ["live"]


class GuidingPrincipleViewSet(NamedViewSet):
    model = GuidingPrinciple
    icon = "list-ol"
    edit_handler = principle_form
    list_display = ["name_de", english_column(), publication_column(), "number", "version", "valid_from", "valid_until"]
    list_filter = ["live", "network"]
    ordering = ["number", "version"]


class PartnersGroup(SnippetViewSetGroup):
    menu_label = _("Partners")
    menu_icon = "group"
    menu_order = 120
    items = [UnitViewSet, InstitutionViewSet, ContactViewSet, FactViewSet, NetworkViewSet, GuidingPrincipleViewSet]


register_snippet(PartnersGroup)
