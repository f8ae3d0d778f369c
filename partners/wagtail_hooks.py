from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from partners.models import Contact, Fact, Institution, Unit
from partners.panels import contact_panels, fact_panels, institution_panels, unit_panels
from partners.selectors import units_of
from portal.core.guard import GuardedViewSet
from portal.core.listings import NamedViewSet, english_column
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


class PartnersGroup(SnippetViewSetGroup):
    menu_label = _("Partners")
    menu_icon = "group"
    menu_order = 120
    items = [UnitViewSet, InstitutionViewSet, ContactViewSet, FactViewSet]


register_snippet(PartnersGroup)
