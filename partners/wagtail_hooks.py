from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from partners.models import Contact, Fact, Institution, Unit
from partners.panels import contact_panels, fact_panels, institution_panels, unit_panels


class UnitViewSet(SnippetViewSet):
    model = Unit
    icon = "group"
    panels = unit_panels
    list_display = ["name_de", "name_en", "parent"]


class InstitutionViewSet(SnippetViewSet):
    model = Institution
    icon = "globe"
    panels = institution_panels
    list_display = ["name_de", "name_en", "city_de", "country"]
    list_filter = ["country", "institution_type"]


class ContactViewSet(SnippetViewSet):
    model = Contact
    icon = "mail"
    panels = contact_panels
    list_display = ["name_de", "role", "unit", "institution", "last_confirmed_on"]
    list_filter = ["role", "unit"]


class FactViewSet(SnippetViewSet):
    model = Fact
    icon = "info-circle"
    panels = fact_panels
    list_display = ["statement_de", "value_de", "as_of", "source_de"]


class PartnersGroup(SnippetViewSetGroup):
    menu_label = _("Partners and units")
    menu_icon = "group"
    menu_order = 120
    items = [UnitViewSet, InstitutionViewSet, ContactViewSet, FactViewSet]


register_snippet(PartnersGroup)
